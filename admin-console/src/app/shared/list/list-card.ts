import { Component, contentChildren, input, viewChild } from '@angular/core';

import { DataGrid } from '../ui/data-grid/data-grid';
import { GridCell, type GridColumn } from '../ui/data-grid/grid-column';
import { ReadProblem } from '../ui/read-problem/read-problem';
import type { ListResource } from './list-resource';

/**
 * Every list page in one: tools above, the grid or its skeleton, what is shown when there is nothing
 * (`listEmpty`), what follows the rows (`listFoot`), and another try when the rows cannot be read.
 */
@Component({
  selector: 'cw-list-card',
  imports: [DataGrid, ReadProblem],
  templateUrl: './list-card.html',
  styleUrl: './list-card.scss',
})
export class ListCard<TRow> {
  readonly caption = input.required<string>();
  readonly list = input.required<ListResource<TRow>>();
  readonly columns = input.required<readonly GridColumn[]>();
  readonly rowId = input.required<(row: TRow) => string>();
  readonly rowLink = input<(row: TRow) => readonly string[]>();
  readonly rowAttributes = input<(row: TRow) => Readonly<Record<string, string>>>(() => ({}));
  readonly freshIds = input<ReadonlySet<string>>(new Set());

  protected readonly cells = contentChildren(GridCell);
  private readonly grid = viewChild(DataGrid);

  /** Puts the focus on the first row, if there is one. */
  focusFirstRow(): void {
    this.grid()?.focusFirstRow();
  }
}

import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChildren, ElementRef, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { type Params, RouterLink } from '@angular/router';
import { LucideChevronLeft, LucideChevronRight } from '@lucide/angular';

import { GridCell, type GridColumn } from './grid-column';
import { RowAttributes } from './row-attributes';

/** Where the pages before and after this one are; undefined where there is none. */
export interface GridPaging {
  readonly previous: Params | undefined;
  readonly next: Params | undefined;
  readonly summary: string;
}

const skeletonRows = 10;

/** Every list of the console: columns, skeleton, row links with arrow keys, paging. */
@Component({
  selector: 'cw-data-grid',
  imports: [
    LucideChevronLeft,
    LucideChevronRight,
    MatButton,
    MatProgressBar,
    NgTemplateOutlet,
    RouterLink,
    RowAttributes,
  ],
  templateUrl: './data-grid.html',
  styleUrl: './data-grid.scss',
  host: { '(keydown)': 'moveFocus($event)' },
})
export class DataGrid<TRow> {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** What the table lists, for screen readers. */
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly GridColumn[]>();
  /** Undefined until there is a first answer, which shows the skeleton. */
  readonly rows = input.required<readonly TRow[] | undefined>();
  readonly rowId = input.required<(row: TRow) => string>();
  /** Where a row leads; without it rows lead nowhere. */
  readonly rowLink = input<(row: TRow) => readonly string[]>();
  readonly rowAttributes = input<(row: TRow) => Readonly<Record<string, string>>>(() => ({}));
  /** Ids of rows to point out for a moment. */
  readonly freshIds = input<ReadonlySet<string>>(new Set());
  /** Whether newer rows are being fetched behind those that are shown. */
  readonly isBusy = input(false);
  readonly paging = input<GridPaging>();

  /** How cells are drawn, from one who was given them in the grid's place. */
  readonly cells = input<readonly GridCell<unknown>[]>([]);

  private readonly ownCells = contentChildren(GridCell);
  protected readonly templates = computed(
    () =>
      new Map([...this.cells(), ...this.ownCells()].map((cell) => [cell.cwCell(), cell.template])),
  );
  protected readonly skeleton = Array.from({ length: skeletonRows }, (_, index) => index);

  /** Puts the focus on the first row, if there is one. */
  focusFirstRow(): void {
    this.rowLinks()[0]?.focus();
  }

  protected moveFocus(event: KeyboardEvent): void {
    const links = this.rowLinks();
    const current = links.indexOf(event.target as HTMLElement);
    if (current < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: links.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    links[target]?.focus();
  }

  private rowLinks(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('a.row-link')];
  }
}

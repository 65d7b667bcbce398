import { Directive, inject, input, TemplateRef } from '@angular/core';

/** One column of a grid. On narrow screens a row becomes a card, and `compact` says where the cell goes. */
export interface GridColumn {
  readonly id: string;
  readonly header: string;
  readonly align?: 'start' | 'end';
  readonly width?: string;
  /** Whether the card names the column, for a value that does not speak for itself. */
  readonly isNamed?: boolean;
  readonly compact: 'lead' | 'trail' | 'below' | 'inline' | 'hidden';
}

/** How one column of a grid draws its cells: `<ng-template cwCell="total" [cwCellOf]="rows()" let-row>`. */
@Directive({ selector: '[cwCell]' })
export class GridCell<TRow> {
  readonly cwCell = input.required<string>();
  /** The grid's rows again, from which the template knows the type of its row. */
  readonly cwCellOf = input.required<readonly TRow[] | undefined>();
  readonly template = inject<TemplateRef<{ $implicit: TRow }>>(TemplateRef);

  static ngTemplateContextGuard<TRow>(
    _cell: GridCell<TRow>,
    context: unknown,
  ): context is { $implicit: TRow } {
    return context !== null;
  }
}

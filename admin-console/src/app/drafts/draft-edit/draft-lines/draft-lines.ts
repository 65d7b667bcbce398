import { Component, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { LucidePlus, LucideTrash } from '@lucide/angular';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import { Session } from '../../../shared/session/session';
import type { DraftForm } from '../../data/draft-form';

/** What is wanted: variations with their units and, where permitted, prices of their own. */
@Component({
  selector: 'cw-draft-lines',
  imports: [Field, LucidePlus, LucideTrash, MatButton, MatIconButton],
  templateUrl: './draft-lines.html',
  styleUrls: ['../../../shared/form/panel.scss', './draft-lines.scss'],
})
export class DraftLines {
  private readonly chooseGoods = injectChooseGoods();

  readonly form = input.required<EditForm<DraftForm>>();
  readonly currency = input.required<string>();
  /** Whether somebody who may set prices has done so, and this person may not. */
  readonly isLocked = input.required<boolean>();

  protected readonly setsPrices = inject(Session).can('PRICING_WRITE');

  protected async add(): Promise<void> {
    const chosen = await this.chooseGoods({ heading: 'What is wanted?', allowed: 'variations' });
    const variationId = chosen?.variationId;
    if (!chosen || !variationId) return;
    const prices = { unitPrice: '', discountPercent: '' };
    const line = { variationId, title: chosen.label, quantity: '1', ...prices, parts: null };
    this.form().change((draft) => ({ ...draft, lines: [...draft.lines, line] }));
  }

  protected remove(index: number): void {
    this.form().change((draft) => ({ ...draft, lines: draft.lines.toSpliced(index, 1) }));
  }
}

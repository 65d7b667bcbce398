import { Component, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { LucidePlus, LucideTrash } from '@lucide/angular';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import { injectPartsChooser } from '../../../shared/goods/parts-chooser';
import { Session } from '../../../shared/session/session';
import { Banner } from '../../../shared/ui/banner/banner';
import type { DraftForm } from '../../data/draft-form';

/** What is wanted: variations with their units and, where permitted, prices of their own. */
@Component({
  selector: 'cw-draft-lines',
  imports: [Banner, Field, LucidePlus, LucideTrash, MatButton, MatIconButton],
  templateUrl: './draft-lines.html',
  styleUrls: ['../../../shared/form/panel.scss', './draft-lines.scss'],
})
export class DraftLines {
  private readonly chooseGoods = injectChooseGoods();
  private readonly chooser = injectPartsChooser();

  readonly form = input.required<EditForm<DraftForm>>();
  readonly currency = input.required<string>();
  /** Whether somebody who may set prices has done so, and this person may not. */
  readonly isLocked = input.required<boolean>();

  protected readonly setsPrices = inject(Session).can('PRICING_WRITE');
  /** Why a bundle could not be looked at. */
  protected readonly problem = this.chooser.problem;

  protected async add(): Promise<void> {
    const chosen = await this.chooseGoods({ heading: 'What is wanted?', allowed: 'variations' });
    const variationId = chosen?.variationId;
    if (!chosen || !variationId) return;
    const { productId, label: title, isBundle } = chosen;
    const parts = isBundle ? await this.chooser.choose({ productId, title, parts: null }) : null;
    if (parts === undefined) return;
    const line = { productId, variationId, title, quantity: '1', parts };
    const prices = { unitPrice: '', discountPercent: '' };
    this.form().change((draft) => ({ ...draft, lines: [...draft.lines, { ...line, ...prices }] }));
  }

  protected async changeParts(index: number): Promise<void> {
    const line = this.form().value().lines[index];
    const parts = line && (await this.chooser.choose(line));
    if (!parts) return;
    this.form().change((draft) => ({
      ...draft,
      lines: draft.lines.map((each, at) => (at === index ? { ...each, parts } : each)),
    }));
  }

  protected remove(index: number): void {
    this.form().change((draft) => ({ ...draft, lines: draft.lines.toSpliced(index, 1) }));
  }
}

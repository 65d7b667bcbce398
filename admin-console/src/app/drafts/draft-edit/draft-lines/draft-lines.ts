import { Component, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { LucidePlus, LucideTrash } from '@lucide/angular';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import { injectAsk } from '../../../shared/graphql/ask';
import { describeProblem } from '../../../shared/graphql/graph-error';
import { Session } from '../../../shared/session/session';
import { Banner } from '../../../shared/ui/banner/banner';
import { DraftBundleDocument } from '../../data/draft-bundle.generated';
import type { DraftForm, LineForm, LinePart } from '../../data/draft-form';
import { leavesChoice, toParts, toPartsForm } from '../../data/parts-form';
import { injectChooseParts } from '../parts-dialog/parts-dialog';

/** What is wanted: variations with their units and, where permitted, prices of their own. */
@Component({
  selector: 'cw-draft-lines',
  imports: [Banner, Field, LucidePlus, LucideTrash, MatButton, MatIconButton],
  templateUrl: './draft-lines.html',
  styleUrls: ['../../../shared/form/panel.scss', './draft-lines.scss'],
})
export class DraftLines {
  private readonly ask = injectAsk();
  private readonly chooseGoods = injectChooseGoods();
  private readonly chooseParts = injectChooseParts();

  readonly form = input.required<EditForm<DraftForm>>();
  readonly currency = input.required<string>();
  /** Whether somebody who may set prices has done so, and this person may not. */
  readonly isLocked = input.required<boolean>();

  protected readonly setsPrices = inject(Session).can('PRICING_WRITE');
  /** Why goods could not be looked at. */
  protected readonly problem = signal<string | undefined>(undefined);

  protected async add(): Promise<void> {
    const chosen = await this.chooseGoods({ heading: 'What is wanted?', allowed: 'variations' });
    const variationId = chosen?.variationId;
    if (!chosen || !variationId) return;
    const { productId, label: title } = chosen;
    const parts = await this.partsOf({ productId, title, parts: null });
    if (parts === undefined) return;
    const line = { productId, variationId, title, quantity: '1', parts };
    const prices = { unitPrice: '', discountPercent: '' };
    this.form().change((draft) => ({ ...draft, lines: [...draft.lines, { ...line, ...prices }] }));
  }

  protected async changeParts(index: number): Promise<void> {
    const line = this.form().value().lines[index];
    const parts = line && (await this.partsOf(line));
    if (!parts) return;
    this.form().change((draft) => ({
      ...draft,
      lines: draft.lines.map((each, at) => (at === index ? { ...each, parts } : each)),
    }));
  }

  protected remove(index: number): void {
    this.form().change((draft) => ({ ...draft, lines: draft.lines.toSpliced(index, 1) }));
  }

  /** What a bundle shall consist of: asked where it leaves a choice. Null for what is no bundle, undefined when nobody said. */
  private async partsOf({
    productId,
    title,
    parts,
  }: Pick<LineForm, 'productId' | 'title' | 'parts'>): Promise<
    readonly LinePart[] | null | undefined
  > {
    this.problem.set(undefined);
    try {
      const { product } = await this.ask(DraftBundleDocument, { id: productId });
      const bundle = product?.bundle;
      if (!bundle) return null;
      if (leavesChoice(bundle)) return await this.chooseParts({ title, bundle, parts });
      return toParts(toPartsForm(bundle, parts));
    } catch (error) {
      this.problem.set(describeProblem(error).message);
      return undefined;
    }
  }
}

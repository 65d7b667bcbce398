import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LucidePlus } from '@lucide/angular';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import { RemoveButton } from '../../../shared/ui/remove-button/remove-button';
import type { PromotionDraft } from '../../data/promotion-draft';

const classes = [
  { value: 'LINE', label: 'Single items' },
  { value: 'ORDER', label: 'The order' },
  { value: 'SHIPPING', label: 'Delivery' },
] as const;

const kinds = [
  { value: 'PERCENTAGE', label: 'A percentage off', of: ['LINE', 'ORDER'] },
  { value: 'FIXED', label: 'An amount off', of: ['LINE', 'ORDER'] },
  { value: 'BUY_X_GET_Y', label: 'Buy some, get some', of: ['LINE'] },
  { value: 'TIERED', label: 'More off for more', of: ['LINE', 'ORDER'] },
  { value: 'GIFT', label: 'A gift', of: ['ORDER'] },
  { value: 'FREE_SHIPPING', label: 'Free delivery', of: ['SHIPPING'] },
] as const;

const measures = [
  { value: 'QUANTITY', label: 'Units' },
  { value: 'SUBTOTAL', label: 'What they cost' },
] as const;

const tierKinds = [
  { value: 'percentOff', label: 'Percent off' },
  { value: 'amountOff', label: 'Amount off' },
] as const;

/** What a promotion gives. */
@Component({
  selector: 'cw-benefit-fields',
  imports: [Field, LucidePlus, MatButton, RemoveButton],
  templateUrl: './benefit-fields.html',
  styleUrls: ['../../../shared/form/panel.scss', './benefit-fields.scss'],
})
export class BenefitFields {
  private readonly chooseGoods = injectChooseGoods();

  readonly form = input.required<EditForm<PromotionDraft>>();
  readonly currency = input.required<string>();

  protected readonly classes = classes;
  protected readonly measures = measures;
  protected readonly tierKinds = tierKinds;
  protected readonly kind = computed(() => this.form().value().kind);
  /** The kinds that go with what it is taken from, and the one that is chosen, if it does not. */
  protected readonly kinds = computed(() => {
    const from = this.form().value().class;
    return kinds.filter(
      ({ value, of }) => (of as readonly string[]).includes(from) || value === this.kind(),
    );
  });

  protected async chooseGift(): Promise<void> {
    const heading = 'Which gift?';
    const chosen = await this.chooseGoods({ heading, allowed: 'variations' });
    if (!chosen?.variationId) return;
    const { variationId, label } = chosen;
    this.form().change((draft) => ({ ...draft, giftVariationId: variationId, gift: label }));
  }

  protected addTier(): void {
    const tier = { from: '', kind: 'percentOff', amount: '' };
    this.form().change((draft) => ({ ...draft, tiers: [...draft.tiers, tier] }));
  }

  protected removeTier(index: number): void {
    this.form().change((draft) => ({ ...draft, tiers: draft.tiers.toSpliced(index, 1) }));
  }
}

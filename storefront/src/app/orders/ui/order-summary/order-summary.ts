import { Component, computed, input } from '@angular/core';

import { compareMoney, isZero } from '#shared/money/money';
import { Price } from '#shared/money/price';
import { isTaxIncluded } from '#shared/money/tax-note';
import { CostSummary } from '#shared/ui/cost-summary/cost-summary';
import { ItemRow } from '#shared/ui/item-row/item-row';
import { PostalAddress } from '#shared/ui/postal-address/postal-address';
import { PriceExplanation } from '#shared/ui/price-explanation/price-explanation';
import { usedPromotions } from '#shared/ui/price-explanation/price-notes';
import type { OrderDetailsFragment } from '../../data/order-fragments.generated';
import { paymentLabel } from '../../data/order-status';
import { dayText } from '../../data/order-times';
import { refundText } from '../../data/order-words';

/** What was ordered, what it costs, and where it goes. */
@Component({
  selector: 'app-order-summary',
  imports: [CostSummary, ItemRow, PostalAddress, Price, PriceExplanation],
  templateUrl: './order-summary.html',
  host: { class: 'block' },
})
export class OrderSummary {
  readonly order = input.required<OrderDetailsFragment>();

  protected readonly content = computed(() => {
    const units = this.order().lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return units === 1 ? '1 item' : `${units} items`;
  });
  protected readonly lines = computed(() =>
    this.order().lines.map((line) => ({
      ...line,
      contents: line.parts.map(({ productTitle, variationTitle, quantity }) => ({
        title: productTitle,
        choice: variationTitle,
        quantity,
      })),
      notes: [
        ...(line.cancelledQuantity > 0 ? [`${line.cancelledQuantity} cancelled`] : []),
        ...(line.returnedQuantity > 0 ? [`${line.returnedQuantity} sent back`] : []),
      ],
    })),
  );
  protected readonly explanation = computed(() => ({
    promotions: usedPromotions(this.order().promotions),
  }));
  protected readonly isTaxIncluded = computed(() => isTaxIncluded(this.order().cost));
  /** What gift cards paid, what was cancelled, and what went back. */
  protected readonly movements = computed(() => {
    const { giftCards, balance, refunds } = this.order();
    return [
      ...giftCards.map(({ id, last4, amount }) => ({
        id,
        amount,
        text: `Gift card ending in ${last4}`,
      })),
      ...(isZero(balance.cancelled)
        ? []
        : [{ id: 'cancelled', amount: balance.cancelled, text: 'Cancelled items' }]),
      ...refunds.map(({ id, amount, state, createdAt }) => ({
        id,
        amount,
        text: `${refundText(state)}, ${dayText(createdAt)}`,
      })),
    ];
  });
  /** What is due, where that is not simply the total. */
  protected readonly leftToPay = computed(() => {
    const { balance, cost, status } = this.order();
    const isOpen = status !== 'CANCELLED' && status !== 'REFUNDED' && !isZero(balance.due);
    return isOpen && compareMoney(balance.due, cost.total) !== 0 ? balance.due : null;
  });
  protected readonly payment = computed(
    () => `${this.order().paymentMethodName} · ${paymentLabel(this.order().paymentStatus)}`,
  );
}

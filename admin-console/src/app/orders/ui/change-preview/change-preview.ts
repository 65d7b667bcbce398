import { Component, computed, input } from '@angular/core';

import { isZero, MoneyPipe } from '../../../shared/format/money';
import type { MoneyPartsFragment, ProblemFragment } from '../../data/order-fragments.generated';

type Amount = MoneyPartsFragment | null;

/** What a change would make of an order, as the graph tells it. */
export interface OrderChangePreview {
  readonly credited?: Amount;
  readonly difference: Amount;
  readonly owed: Amount;
  readonly due: Amount;
  readonly refund: Amount;
  readonly userErrors: readonly ProblemFragment[];
}

/** Says what a change would cost whom, before it is made. */
@Component({
  selector: 'cw-change-preview',
  imports: [MoneyPipe],
  templateUrl: './change-preview.html',
  styleUrl: './change-preview.scss',
})
export class ChangePreview {
  /** Undefined while nothing is changed. */
  readonly preview = input.required<OrderChangePreview | undefined>();

  protected readonly rows = computed(() => {
    const { credited = null, difference, owed, due, refund } = this.preview() ?? nothing;
    const results = [
      { label: 'The shopper has to pay', amount: due },
      { label: 'Goes back to the shopper', amount: refund },
    ].filter(({ amount }) => amount && !isZero(amount));
    return [
      { label: 'Credited for what comes back', amount: credited },
      { label: 'Difference', amount: difference },
      { label: 'Owed for the order then', amount: owed },
      ...results.map((row) => ({ ...row, isResult: true })),
    ].flatMap(({ amount, ...row }) => (amount ? [{ isResult: false, ...row, amount }] : []));
  });
}

const nothing: Omit<OrderChangePreview, 'userErrors'> = {
  difference: null,
  owed: null,
  due: null,
  refund: null,
};

import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { isZero, MoneyPipe } from '../../../shared/format/money';
import { exactTime } from '../../../shared/format/time';
import type {
  OrderPaymentState,
  OrderRefundKind,
  OrderRefundState,
} from '../../../shared/graphql/types.generated';
import { Session } from '../../../shared/session/session';
import { Badge, type Tone } from '../../../shared/ui/badge/badge';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';

const kinds: Readonly<Record<OrderRefundKind, string>> = {
  CANCELLATION: 'Items cancelled',
  EDIT: 'Order edited',
  REFUND: 'Refund',
  RETURN: 'Goods came back',
};

const states: Readonly<Record<OrderRefundState, { readonly label: string; readonly tone: Tone }>> =
  {
    DONE: { label: 'Done', tone: 'done' },
    PENDING: { label: 'Under way', tone: 'waiting' },
    FAILED: { label: 'Failed', tone: 'ended' },
  };

const paymentStates: Readonly<
  Record<OrderPaymentState, { readonly label: string; readonly tone: Tone }>
> = {
  PENDING: { label: 'Under way', tone: 'waiting' },
  AUTHORIZED: { label: 'Held', tone: 'active' },
  CAPTURED: { label: 'Received', tone: 'done' },
  REFUNDED: { label: 'Given back', tone: 'ended' },
  DECLINED: { label: 'Declined', tone: 'ended' },
  ABANDONED: { label: 'Given up', tone: 'neutral' },
  VOIDED: { label: 'Void', tone: 'neutral' },
};

const providers: Readonly<Record<string, string>> = {
  manual: 'By hand',
  stripe: 'Card (Stripe)',
  'gift-card': 'Gift card',
};

/** Who paid what, what went back, and who owes whom. */
@Component({
  selector: 'cw-order-money',
  imports: [Badge, MoneyPipe, RouterLink],
  templateUrl: './order-money.html',
  styleUrls: ['../order-part.scss', './order-money.scss'],
})
export class OrderMoney {
  readonly order = input.required<StaffOrderFragment>();

  protected readonly kinds = kinds;
  protected readonly states = states;
  protected readonly paymentStates = paymentStates;
  protected readonly providers = providers;
  protected readonly exactTime = exactTime;
  protected readonly isZero = isZero;
  protected readonly seesCards = inject(Session).can('GIFT_CARDS_WRITE');
  /** The parts of the balance that say something, each in words. */
  protected readonly rows = computed(() => {
    const { captured, refunded, cancelled, due, overpaid } = this.order().balance;
    return [
      { label: 'Received', money: captured, isAlways: true, isStrong: false },
      { label: 'Cancelled', money: cancelled, isAlways: false, isStrong: false },
      { label: 'Given back', money: refunded, isAlways: false, isStrong: false },
      { label: 'Still to be paid', money: due, isAlways: false, isStrong: true },
      { label: 'Paid too much', money: overpaid, isAlways: false, isStrong: true },
    ].filter(({ money, isAlways }) => isAlways || !isZero(money));
  });
}

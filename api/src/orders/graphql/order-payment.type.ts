import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { money } from '../../kernel/money';
import type { OrderPayments } from '../../payments';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';

export enum OrderPaymentState {
  PENDING = 'PENDING',
  AUTHORIZED = 'AUTHORIZED',
  CAPTURED = 'CAPTURED',
  DECLINED = 'DECLINED',
  ABANDONED = 'ABANDONED',
  VOIDED = 'VOIDED',
  REFUNDED = 'REFUNDED',
}
registerEnumType(OrderPaymentState, {
  name: 'OrderPaymentState',
  description: 'Where a payment stands.',
  valuesConfig: {
    PENDING: { description: 'The provider was asked.' },
    AUTHORIZED: { description: 'Promised, or held by the provider.' },
    CAPTURED: { description: 'Received, and not given back in full.' },
    DECLINED: { description: 'The provider said no.' },
    ABANDONED: { description: 'Given up before anything was taken.' },
    VOIDED: { description: 'Will not be asked for.' },
    REFUNDED: { description: 'Given back in full.' },
  },
});

@ObjectType('OrderPayment', { description: 'One payment for an order.' })
export class OrderPaymentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Through whom, such as manual, stripe or gift-card.' })
  providerCode: string;

  @Field(() => OrderPaymentState, { description: 'Where it stands.' })
  state: OrderPaymentState;

  @Field(() => MoneyType, { description: 'What was asked for.' })
  amount: MoneyType;

  @Field(() => MoneyType, { description: 'What was received.' })
  captured: MoneyType;

  @Field(() => MoneyType, { description: 'What went back, or is on its way.' })
  refunded: MoneyType;
}

/** Maps a payment to its GraphQL form. */
export function toOrderPaymentType(
  payment: OrderPayments['payments'][number],
  currencyCode: string,
): OrderPaymentType {
  const amount = (minor: bigint): MoneyType => toMoneyType(money(minor, currencyCode));
  return Object.assign(new OrderPaymentType(), {
    id: payment.id,
    providerCode: payment.providerCode,
    state: OrderPaymentState[payment.state as keyof typeof OrderPaymentState],
    amount: amount(payment.amountMinor),
    captured: amount(payment.capturedMinor),
    refunded: amount(payment.refundedMinor),
  });
}

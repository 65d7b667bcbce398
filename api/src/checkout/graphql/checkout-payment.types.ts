import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

import { OrderType } from '../../orders';
import type { ClientAction } from '../../payments';
import { MoneyInput } from '../../platform/graphql/money.type';
import { CheckoutPayload } from './checkout.inputs';

@InputType({ description: 'How a checkout is paid.' })
export class CheckoutPayInput {
  @Field(() => ID, { description: 'The checkout; it is locked first when it is not yet.' })
  checkoutId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of a payment method of the shop, such as manual. May be left out when gift cards pay for everything.',
  })
  paymentMethodCode?: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'The total the shopper was shown. If the real one differs, nothing is charged and TotalChanged is returned.',
  })
  expectedTotal?: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'What gift cards were shown to leave to pay. If it is another amount, nothing is charged and TotalChanged is returned.',
  })
  expectedDue?: MoneyInput;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A checkout whose shopper comes back from the payment provider.' })
export class CheckoutPaymentConfirmInput {
  @Field(() => ID, { description: 'The checkout.' })
  checkoutId: string;

  @Field(() => String, {
    description:
      'Accepted for uniformity: a checkout becomes one order, however often this is called.',
  })
  idempotencyKey: string;
}

@InputType({ description: 'A checkout whose payment is to be given up.' })
export class CheckoutPaymentCancelInput {
  @Field(() => ID, { description: 'The checkout.' })
  checkoutId: string;

  @Field(() => String, {
    description:
      'Accepted for uniformity: a payment is given up once, however often this is called.',
  })
  idempotencyKey: string;
}

export enum PaymentClientActionKind {
  CONFIRM_CARD = 'CONFIRM_CARD',
}
registerEnumType(PaymentClientActionKind, {
  name: 'PaymentClientActionKind',
  description: 'What the shopper must do at the payment provider.',
  valuesConfig: {
    CONFIRM_CARD: {
      description:
        "Enter a card in the provider's own element and confirm it with the client secret.",
    },
  },
});

@ObjectType('PaymentClientAction', {
  description: "What the shopper's browser needs to go on with a payment at its provider.",
})
export class PaymentClientActionType {
  @Field(() => PaymentClientActionKind, { description: 'What is to be done.' })
  kind: PaymentClientActionKind;

  @Field(() => String, { description: "The provider's secret for this one payment." })
  clientSecret: string;

  @Field(() => String, { description: "The shop's public key at the provider." })
  publishableKey: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last attempt failed, for the shopper; null before the first.',
  })
  message?: string;
}

/** Maps what the shopper must do to its GraphQL form. */
export function toClientActionType(action: ClientAction): PaymentClientActionType {
  const { clientSecret, publishableKey, message } = action;
  const type = new PaymentClientActionType();
  type.kind = PaymentClientActionKind[action.kind];
  return Object.assign(type, { clientSecret, publishableKey, message });
}

/** What every mutation about a payment answers. */
@ObjectType()
export abstract class PaidPayload extends CheckoutPayload {
  @Field(() => OrderType, { nullable: true, description: 'The order that was placed.' })
  order?: OrderType;

  @Field(() => PaymentClientActionType, {
    nullable: true,
    description:
      'What the shopper must do at the payment provider; afterwards checkoutPaymentConfirm is called. Null when nothing is to be done, also while the provider is still at work.',
  })
  clientAction?: PaymentClientActionType;
}

@ObjectType({ description: 'Outcome of checkoutPay.' })
export class CheckoutPayPayload extends PaidPayload {}

@ObjectType({ description: 'Outcome of checkoutPaymentConfirm.' })
export class CheckoutPaymentConfirmPayload extends PaidPayload {}

@ObjectType({ description: 'Outcome of checkoutPaymentCancel.' })
export class CheckoutPaymentCancelPayload extends PaidPayload {}

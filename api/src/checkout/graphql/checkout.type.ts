import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { stockDemand } from '../../inventory';
import { money } from '../../kernel/money';
import {
  AddressType,
  GiftCardPaymentType,
  toAddressType,
  toGiftCardPaymentType,
} from '../../orders';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import { CostType, toCostType } from '../../pricing';
import { ShippingMethodType, toShippingMethodType } from '../../shipping';
import type { CheckoutView } from '../checkout-reader';
import { goodsOf } from '../quoted-parts';

export enum CheckoutStatusName {
  CREATED = 'CREATED',
  LOCKED = 'LOCKED',
  PAYMENT_PENDING = 'PAYMENT_PENDING',
  PAYMENT_CONFIRMED = 'PAYMENT_CONFIRMED',
  ORDER_CREATED = 'ORDER_CREATED',
  COMPLETED = 'COMPLETED',
  EXPIRED = 'EXPIRED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(CheckoutStatusName, {
  name: 'CheckoutStatus',
  description: 'Where a checkout stands.',
  valuesConfig: {
    CREATED: { description: 'Being filled in; prices are those of today.' },
    LOCKED: { description: 'The quote is frozen and the stock is held until reservedUntil.' },
    PAYMENT_PENDING: { description: 'The payment provider has been asked.' },
    PAYMENT_CONFIRMED: { description: 'The money is promised; the order is being made.' },
    ORDER_CREATED: { description: 'The order exists.' },
    COMPLETED: { description: 'Done.' },
    EXPIRED: { description: 'Ended because its time ran out; the cart is kept.' },
    CANCELLED: { description: 'Given up; the cart is kept.' },
  },
});

@ObjectType('CheckoutLinePart', { description: 'A part of a checkout line that is a bundle.' })
export class CheckoutLinePartType {
  @Field(() => String, { description: 'The set it was chosen from.' })
  choiceName: string;

  @Field(() => Int, { description: 'Units in one unit of the line.' })
  quantity: number;

  @Field(() => MoneyType, {
    description: 'Its share of what the whole line costs; the shares sum to that.',
  })
  total: MoneyType;

  /** Not a field: the variation's loader takes it. */
  variationId: string;

  /** Not a field: what the checkout holds is there for its shopper. */
  held: ReadonlyMap<string, number>;
}

@ObjectType('CheckoutLine', { description: 'One variation of a checkout.' })
export class CheckoutLineType {
  @Field(() => ID, { description: 'The cart line it comes from.' })
  id: string;

  @Field(() => Int, { description: 'Units.' })
  quantity: number;

  @Field(() => MoneyType, { description: 'Price of one unit.' })
  unitPrice: MoneyType;

  @Field(() => CostType, { description: 'What the line costs.' })
  cost: CostType;

  @Field(() => [CheckoutLinePartType], {
    description: 'What one unit of a bundle consists of; empty for what is no bundle.',
  })
  parts: CheckoutLinePartType[];

  @Field(() => Boolean, { description: 'Whether a promotion adds it, free of charge.' })
  isGift: boolean;

  /** Not a field: the variation's loader takes it. */
  variationId: string;

  /** Not a field: what the checkout holds is there for its shopper. */
  held: ReadonlyMap<string, number>;
}

@ObjectType('Checkout', { description: 'A cart on its way to becoming an order.' })
export class CheckoutType {
  @Field(() => ID, { description: 'Opaque id; opens nothing without its cart or customer.' })
  id: string;

  @Field(() => Int, { description: 'Counts changes; may be sent as expectedVersion.' })
  version: number;

  @Field(() => CheckoutStatusName, { description: 'Where it stands.' })
  status: CheckoutStatusName;

  @Field(() => String, { nullable: true, description: 'Address that messages will go to.' })
  email?: string;

  @Field(() => AddressType, { nullable: true, description: 'Where the parcel will go.' })
  shippingAddress?: AddressType;

  @Field(() => ShippingMethodType, { nullable: true, description: 'The chosen way of delivery.' })
  shippingMethod?: ShippingMethodType;

  @Field(() => [CheckoutLineType], { description: 'What is bought.' })
  lines: CheckoutLineType[];

  @Field(() => CostType, { description: 'What it costs; frozen once locked.' })
  cost: CostType;

  @Field(() => [GiftCardPaymentType], {
    description:
      'What the gift cards given to it pay; a card with an amount of 0 is not needed or not usable.',
  })
  giftCards: GiftCardPaymentType[];

  @Field(() => MoneyType, {
    description: 'What gift cards leave of the total; when it is 0, no way to pay is needed.',
  })
  due: MoneyType;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the stock is held; null while nothing is reserved.',
  })
  reservedUntil?: Date;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt: Date;

  /** Not a field: the order's loader takes it. */
  orderId?: string;

  /** Not a field: what is offered is worked out from it. */
  view: CheckoutView;
}

/** Maps a checkout to its GraphQL form. */
export function toCheckoutType(view: CheckoutView): CheckoutType {
  const { checkout, quote, shippingMethod } = view;
  const { currencyCode } = checkout;
  const held = heldBy(view);
  const lines = quote.lines.map((line) =>
    Object.assign(new CheckoutLineType(), {
      id: line.id,
      variationId: line.variation.id,
      quantity: line.quantity,
      unitPrice: toMoneyType(money(line.unitPriceMinor, currencyCode)),
      cost: toCostType(line.cost, currencyCode),
      held,
      parts: (line.parts ?? []).map(({ choiceName, quantity, variation, totalMinor }) =>
        Object.assign(new CheckoutLinePartType(), {
          choiceName,
          quantity,
          variationId: variation.id,
          total: toMoneyType(money(totalMinor, currencyCode)),
          held,
        }),
      ),
      isGift: line.isGift,
    }),
  );
  return Object.assign(new CheckoutType(), {
    id: checkout.id,
    version: checkout.version,
    status: CheckoutStatusName[checkout.status],
    email: checkout.email ?? undefined,
    shippingAddress: checkout.shippingAddress ? toAddressType(checkout.shippingAddress) : undefined,
    shippingMethod: shippingMethod && toShippingMethodType(shippingMethod, currencyCode),
    lines,
    cost: toCostType(quote.cost, currencyCode),
    giftCards: shownCards(checkout.giftCards ?? [], quote.giftCards).map((card) =>
      toGiftCardPaymentType(card, currencyCode),
    ),
    due: toMoneyType(money(quote.dueMinor, currencyCode)),
    reservedUntil: checkout.reservedUntil ?? undefined,
    createdAt: checkout.createdAt,
    updatedAt: checkout.updatedAt,
    orderId: checkout.orderId ?? undefined,
    view,
  });
}

/** Every card that was given, with what it pays. */
function shownCards(
  given: readonly { readonly id: string; readonly last4: string }[],
  parts: CheckoutView['quote']['giftCards'],
): CheckoutView['quote']['giftCards'] {
  const amounts = new Map(parts.map(({ id, amountMinor }) => [id, amountMinor]));
  return given.map(({ id, last4 }) => ({ id, last4, amountMinor: amounts.get(id) ?? 0n }));
}

/** Units that a checkout holds, by variation: while it is locked, what its quote asks for. */
function heldBy({ checkout, quote }: CheckoutView): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  if (!checkout.reservedUntil) return held;
  for (const { variationId, quantity } of stockDemand(quote.lines.map(goodsOf))) {
    held.set(variationId, (held.get(variationId) ?? 0) + quantity);
  }
  return held;
}

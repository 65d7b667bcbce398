import { Field, ID, Int, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import type { OrderBalance } from '../domain/order-balance';
import type { BookMoney, BookParcel, LineUnits } from '../domain/order-book';
import type { OrderNote } from '../persistence/note.repository';
import type { NewRefund } from '../persistence/refund.repository';
import { EventActorType, toEventActorType } from './event-actor.type';
import { ParcelStatusName, RefundKindName, RefundStateName } from './order-life-enums';

@ObjectType('OrderLineUnits', { description: 'Some units of a line.' })
export class OrderLineUnitsType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => Int, { description: 'Units.' })
  quantity: number;
}

@ObjectType('Parcel', { description: 'A parcel of an order and what is in it.' })
export class ParcelType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => Int, { description: 'Which parcel of the order it is, from 1.' })
  number: number;

  @Field(() => ParcelStatusName, { description: 'Where it stands.' })
  status: ParcelStatusName;

  @Field(() => [OrderLineUnitsType], { description: 'What is in it.' })
  lines: OrderLineUnitsType[];

  @Field(() => String, { nullable: true, description: 'Who carries it.' })
  carrier?: string;

  @Field(() => String, { nullable: true, description: "The carrier's number for it." })
  trackingNumber?: string;

  @Field(() => String, { nullable: true, description: 'Where the carrier shows it.' })
  trackingUrl?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it left.' })
  sentAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it arrived.' })
  deliveredAt?: Date;
}

@ObjectType('OrderBalance', {
  description: 'Who owes whom what: owed = cost.total - cancelled - credited.',
})
export class OrderBalanceType {
  @Field(() => MoneyType, { description: 'What was cancelled, of what was ordered.' })
  cancelled: MoneyType;

  @Field(() => MoneyType, { description: 'What need not be paid because it was refunded.' })
  credited: MoneyType;

  @Field(() => MoneyType, { description: 'What is to be paid for what is left.' })
  owed: MoneyType;

  @Field(() => MoneyType, { description: 'What the shop received.' })
  captured: MoneyType;

  @Field(() => MoneyType, { description: 'What it gave back, or is giving back.' })
  refunded: MoneyType;

  @Field(() => MoneyType, { description: 'What can still be given back.' })
  refundable: MoneyType;

  @Field(() => MoneyType, { description: 'What the shopper still has to pay.' })
  due: MoneyType;

  @Field(() => MoneyType, { description: 'What was paid and is owed no longer.' })
  overpaid: MoneyType;
}

@ObjectType('OrderRefund', { description: 'Money that went back.' })
export class OrderRefundType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => RefundKindName, { description: 'Why.' })
  kind: RefundKindName;

  @Field(() => RefundStateName, { description: 'Where it stands.' })
  state: RefundStateName;

  @Field(() => MoneyType, { description: 'How much.' })
  amount: MoneyType;

  @Field(() => MoneyType, { description: 'What of it was for delivery.' })
  shipping: MoneyType;

  @Field(() => [OrderLineUnitsType], { description: 'For which units.' })
  lines: OrderLineUnitsType[];

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  reason?: string;

  @Field(() => DateTime, { description: 'When.' })
  createdAt: Date;
}

@ObjectType('OrderNote', { description: 'Something that staff wrote down about an order.' })
export class OrderNoteType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'The note.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether the customer does not see it.' })
  isInternal: boolean;

  @Field(() => EventActorType, { description: 'Who wrote it.' })
  author: EventActorType;

  @Field(() => DateTime, { description: 'When.' })
  createdAt: Date;
}

/** Maps units of lines to their GraphQL form. */
export function toUnitsType(units: readonly LineUnits[]): OrderLineUnitsType[] {
  return units.map(({ lineId, quantity }) =>
    Object.assign(new OrderLineUnitsType(), { lineId, quantity }),
  );
}

/** Maps a parcel to its GraphQL form. */
export function toParcelType(parcel: BookParcel): ParcelType {
  const { id, number, carrier, trackingNumber, trackingUrl, sentAt, deliveredAt } = parcel;
  const label = { carrier, trackingNumber, trackingUrl };
  return Object.assign(new ParcelType(), {
    ...{ id, number, ...label, sentAt, deliveredAt },
    status: ParcelStatusName[parcel.status],
    lines: toUnitsType(parcel.lines),
  });
}

/** Maps a balance to its GraphQL form. */
export function toBalanceType(
  book: BookMoney,
  balance: OrderBalance,
  currencyCode: string,
): OrderBalanceType {
  const amount = (minor: bigint): MoneyType => toMoneyType(money(minor, currencyCode));
  return Object.assign(new OrderBalanceType(), {
    cancelled: amount(book.cancelledMinor),
    credited: amount(book.creditedMinor),
    owed: amount(balance.owedMinor),
    captured: amount(book.capturedMinor),
    refunded: amount(book.refundedMinor),
    refundable: amount(balance.refundableMinor),
    due: amount(balance.dueMinor),
    overpaid: amount(balance.overpaidMinor),
  });
}

/** Maps a refund to its GraphQL form. */
export function toRefundType(refund: NewRefund, currencyCode: string): OrderRefundType {
  const { id, reason, createdAt } = refund;
  return Object.assign(new OrderRefundType(), {
    ...{ id, reason, createdAt },
    kind: RefundKindName[refund.kind],
    state: RefundStateName[refund.state],
    amount: toMoneyType(money(refund.amountMinor, currencyCode)),
    shipping: toMoneyType(money(refund.shippingMinor, currencyCode)),
    lines: toUnitsType(refund.lines),
  });
}

/** Maps a note to its GraphQL form. */
export function toNoteType({ actor, ...note }: OrderNote): OrderNoteType {
  const { id, text, isInternal, createdAt } = note;
  const author = toEventActorType(actor);
  return Object.assign(new OrderNoteType(), { id, text, isInternal, createdAt, author });
}

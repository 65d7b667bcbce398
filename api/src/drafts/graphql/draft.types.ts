import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { AddressType, toAddressType } from '../../orders';
import { connectionOf } from '../../platform/graphql/connection';
import { MoneyType } from '../../platform/graphql/money.type';
import { CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars';
import { CostType } from '../../pricing';
import type { DraftRecord, DraftStatus } from '../persistence/draft.repository';

export const draftStatuses: { readonly [S in DraftStatus]: S } = {
  OPEN: 'OPEN',
  COMPLETED: 'COMPLETED',
};
registerEnumType(draftStatuses, {
  name: 'DraftOrderStatus',
  description: 'Where a draft stands.',
  valuesConfig: {
    OPEN: { description: 'Being prepared; prices are those of today, and nothing is reserved.' },
    COMPLETED: { description: 'It has become an order.' },
  },
});

@ObjectType('DraftOrderPart', { description: 'A part of one unit of a bundle.' })
export class DraftOrderPartType {
  @Field(() => ID, { description: 'The choice that offers it.' })
  choiceId: string;

  @Field(() => String, { description: 'Name of the choice.' })
  choiceName: string;

  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => String, { description: "The product's name." })
  productTitle: string;

  @Field(() => String, { description: "The variation's name." })
  variationTitle: string;

  @Field(() => String, { description: 'Stock keeping unit.' })
  sku: string;

  @Field(() => Int, { description: 'Units in one unit of the bundle.' })
  quantity: number;
}

@ObjectType('DraftOrderLine', { description: 'One variation of a draft.' })
export class DraftOrderLineType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => Int, { description: 'Units.' })
  quantity: number;

  @Field(() => MoneyType, { description: 'Price of one unit, as it would be sold now.' })
  unitPrice: MoneyType;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The price that staff have set instead of the shop's, before their discount.",
  })
  ownUnitPrice?: MoneyType;

  @Field(() => Decimal, { nullable: true, description: 'Percentage that staff have taken off.' })
  discountPercent?: string;

  @Field(() => CostType, { description: 'What the line costs.' })
  cost: CostType;

  @Field(() => String, { description: "The product's name." })
  productTitle: string;

  @Field(() => String, { description: "The variation's name." })
  variationTitle: string;

  @Field(() => String, { description: 'Stock keeping unit.' })
  sku: string;

  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => ID, { description: 'The product.' })
  productId: string;

  @Field(() => [DraftOrderPartType], {
    description: 'What one unit consists of; empty for what is no bundle.',
  })
  parts: DraftOrderPartType[];

  @Field(() => Boolean, { description: 'Whether a promotion adds it for nothing.' })
  isGift: boolean;
}

@ObjectType('DraftOrder', { description: 'An order that staff prepare for somebody.' })
export class DraftOrderType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => Int, { description: 'Counts changes; may be sent as expectedVersion.' })
  version: number;

  @Field(() => draftStatuses, { description: 'Where it stands.' })
  status: DraftStatus;

  @Field(() => String, { nullable: true, description: 'Address that messages will go to.' })
  email?: string;

  @Field(() => AddressType, { nullable: true, description: 'Where it will go.' })
  shippingAddress?: AddressType;

  @Field(() => String, { nullable: true, description: 'Code of the chosen way of delivery.' })
  shippingMethodCode?: string;

  @Field(() => [String], { description: 'Coupon codes that count for it.' })
  couponCodes: string[];

  @Field(() => String, { nullable: true, description: 'What staff noted for themselves.' })
  note?: string;

  @Field(() => CurrencyCode, { description: 'Currency of its prices.' })
  currencyCode: string;

  @Field(() => String, { nullable: true, description: 'Who made it.' })
  createdBy?: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt: Date;

  /** Not a field: prices, customer and order are found by it. */
  record: DraftRecord;
}

export const DraftOrderConnection = connectionOf('DraftOrder', () => DraftOrderType);

/** Maps a draft to its GraphQL form. */
export function toDraftOrderType(draft: DraftRecord): DraftOrderType {
  return Object.assign(new DraftOrderType(), {
    id: draft.id,
    version: draft.version,
    status: draft.status,
    email: draft.email ?? undefined,
    shippingAddress: draft.shippingAddress ? toAddressType(draft.shippingAddress) : undefined,
    shippingMethodCode: draft.shippingMethodCode ?? undefined,
    couponCodes: [...draft.couponCodes],
    note: draft.note ?? undefined,
    currencyCode: draft.currencyCode,
    createdBy: draft.createdBy.name,
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    record: draft,
  });
}

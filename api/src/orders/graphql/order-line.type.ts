import { Field, ID, Int, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { ImageType, toImageType } from '../../media';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { CostType, LineDiscountType, toCostType } from '../../pricing';
import type { OrderLineEntity } from '../persistence/order.entity';
import { costOfLine } from '../persistence/read-order-book';
import { toOrderLineDiscount } from './order-promotion.type';

@ObjectType('OrderLinePart', { description: 'A part of a bundle, as it was sold.' })
export class OrderLinePartType {
  @Field(() => String, { description: 'The set it was chosen from, as it was called then.' })
  choiceName: string;

  @Field(() => String, { description: "The product's name then." })
  productTitle: string;

  @Field(() => String, { description: "The variation's name then." })
  variationTitle: string;

  @Field(() => String, { description: 'Stock keeping unit.' })
  sku: string;

  @Field(() => Int, { description: 'Units in one unit of the line.' })
  quantity: number;

  @Field(() => MoneyType, {
    description: 'Its share of what the whole line cost; the shares sum to that.',
  })
  total: MoneyType;

  @Field(() => ImageType, { nullable: true, description: 'Its picture then.' })
  image?: ImageType;
}

@ObjectType('OrderLine', { description: 'One variation of an order, as it was sold.' })
export class OrderLineType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: "The product's name then." })
  productTitle: string;

  @Field(() => String, { description: "The variation's name then." })
  variationTitle: string;

  @Field(() => String, { description: 'Stock keeping unit.' })
  sku: string;

  @Field(() => Int, { description: 'Units sold.' })
  quantity: number;

  @Field(() => Int, { description: 'Units of these that were cancelled.' })
  cancelledQuantity: number;

  @Field(() => Int, { description: 'Units of these that are in parcels, sent or not.' })
  packedQuantity: number;

  @Field(() => Int, { description: 'Units of these that were sent and whose money went back.' })
  refundedQuantity: number;

  @Field(() => Int, { description: 'Units of these that came back.' })
  returnedQuantity: number;

  @Field(() => MoneyType, { description: 'Price of one unit.' })
  unitPrice: MoneyType;

  @Field(() => CostType, { description: 'What the line cost.' })
  cost: CostType;

  @Field(() => [LineDiscountType], {
    description: 'What promotions took off it; these sum to its discounts.',
  })
  discounts: LineDiscountType[];

  @Field(() => ImageType, { nullable: true, description: 'Its picture then.' })
  image?: ImageType;

  @Field(() => [OrderLinePartType], {
    description: 'What one unit of a bundle consisted of; empty for what is no bundle.',
  })
  parts: OrderLinePartType[];

  /** Not a field: the product's loader takes it. */
  productId: string;

  /** Not a field: what became of it is worked out from it. */
  entity: OrderLineEntity;
}

/** Maps an order line to its GraphQL form. */
export function toOrderLineType(line: OrderLineEntity, currencyCode: string): OrderLineType {
  return Object.assign(new OrderLineType(), {
    id: line.id,
    productTitle: line.productTitle,
    variationTitle: line.variationTitle,
    sku: line.sku,
    quantity: line.quantity,
    cancelledQuantity: line.cancelledQuantity,
    packedQuantity: line.packedQuantity,
    refundedQuantity: line.refundedQuantity,
    returnedQuantity: line.returnedQuantity,
    unitPrice: toMoneyType(money(line.unitPriceMinor, currencyCode)),
    cost: toCostType(costOfLine(line), currencyCode),
    discounts: line.promotions.map((each) => toOrderLineDiscount(each, currencyCode)),
    image: line.image ? toImageType(line.image) : undefined,
    parts: line.parts.map(({ image, totalMinor, ...part }) =>
      Object.assign(new OrderLinePartType(), {
        ...part,
        total: toMoneyType(money(BigInt(totalMinor), currencyCode)),
        image: image ? toImageType(image) : undefined,
      }),
    ),
    productId: line.productId,
    entity: line,
  });
}

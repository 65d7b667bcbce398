import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { ProductVariationType, type ShownVariation } from '../../catalog';
import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import { CostType, toCostType } from '../../pricing';
import type { CartView } from '../cart-reader';

export enum CartProblemCode {
  OUT_OF_STOCK = 'OUT_OF_STOCK',
  INSUFFICIENT_STOCK = 'INSUFFICIENT_STOCK',
  PRICE_CHANGED = 'PRICE_CHANGED',
  NO_LONGER_OFFERED = 'NO_LONGER_OFFERED',
}
registerEnumType(CartProblemCode, {
  name: 'CartProblemCode',
  description: 'What changed since a line was added.',
});

@ObjectType('CartProblem', {
  description: 'What a shopper should know about a line before buying.',
})
export class CartProblemType {
  @Field(() => CartProblemCode, { description: 'For programs.' })
  code: CartProblemCode;

  @Field(() => ID, { description: 'The line concerned.' })
  lineId: string;

  @Field(() => String, { description: 'For people, in English.' })
  message: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Units that can be bought, for stock problems.',
  })
  available?: number;

  @Field(() => ID, {
    nullable: true,
    description: "The variation of which too few are left: the line's own, or a part of it.",
  })
  variationId?: string;
}

@ObjectType('CartLinePart', { description: 'A part of a cart line that is a bundle.' })
export class CartLinePartType {
  @Field(() => ID, { description: 'The set it was chosen from.' })
  choiceId: string;

  @Field(() => String, { description: 'Name of that set, such as Prints.' })
  choiceName: string;

  @Field(() => Int, { description: 'Units in one unit of the line.' })
  quantity: number;

  @Field(() => ProductVariationType, { description: 'What was chosen.' })
  variation: ProductVariationType;
}

@ObjectType('CartLine', {
  description: 'One variation in a cart; a bundle once for each choice of parts.',
})
export class CartLineType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => Int, { description: 'Units wanted.' })
  quantity: number;

  @Field(() => MoneyType, {
    description: 'Price of one unit today, for this customer and quantity.',
  })
  unitPrice: MoneyType;

  @Field(() => MoneyType, {
    description: 'What everybody was asked for one unit when the line was added.',
  })
  priceAtAdd: MoneyType;

  @Field(() => CostType, { description: 'What the line costs.' })
  cost: CostType;

  @Field(() => ProductVariationType, { description: 'What is in the cart.' })
  variation: ProductVariationType;

  @Field(() => [CartLinePartType], {
    description: 'What one unit of a bundle consists of; empty for what is no bundle.',
  })
  parts: CartLinePartType[];
}

@ObjectType('Cart', { description: 'An open basket of a guest or a customer.' })
export class CartType {
  @Field(() => ID, { description: 'Opaque id; opens nothing by itself.' })
  id: string;

  @Field(() => Int, { description: 'Counts changes; may be sent as expectedVersion.' })
  version: number;

  @Field(() => [CartLineType], { description: 'At most 2,000, in the order they were added.' })
  lines: CartLineType[];

  @Field(() => Int, { description: 'Units over all lines.' })
  totalQuantity: number;

  @Field(() => [String], {
    description: 'Codes that were applied, in capitals; what they do depends on the cart.',
  })
  couponCodes: readonly string[];

  @Field(() => CostType, { description: 'What it costs, delivery not yet included.' })
  cost: CostType;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt: Date;

  /** Not a field: problems are worked out from it. */
  view: CartView;
}

/** Maps a cart to its GraphQL form; the catalog knows that of a variation. */
export function toCartType(
  view: CartView,
  currencyCode: string,
  toVariationType: ShownVariation,
): CartType {
  const lines = view.lines.map((line) =>
    Object.assign(new CartLineType(), {
      id: line.id,
      quantity: line.quantity,
      variation: toVariationType(line.variation, currencyCode),
      parts: (line.parts ?? []).map(({ choiceId, choiceName, quantity, variation }) =>
        Object.assign(new CartLinePartType(), {
          choiceId,
          choiceName,
          quantity,
          variation: toVariationType(variation, currencyCode),
        }),
      ),
      unitPrice: toMoneyType(money(line.unitPriceMinor, currencyCode)),
      priceAtAdd: toMoneyType(money(line.priceAtAddMinor, currencyCode)),
      cost: toCostType(line.cost, currencyCode),
    }),
  );
  return Object.assign(new CartType(), {
    id: view.id,
    version: view.version,
    lines,
    couponCodes: view.couponCodes,
    totalQuantity: view.lines.reduce((sum, line) => sum + line.quantity, 0),
    cost: toCostType(view.cost, currencyCode),
    createdAt: view.createdAt,
    updatedAt: view.updatedAt,
    view,
  });
}

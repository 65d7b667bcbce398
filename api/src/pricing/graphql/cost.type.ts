import { Field, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { ppmToPercent } from '../../kernel/percent';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { Decimal } from '../../platform/graphql/scalars';
import type { Cost } from '../domain/cost';
import type { TaxLine } from '../domain/tax';

@ObjectType('TaxLine', { description: 'One tax of a cost.' })
export class TaxLineType {
  @Field(() => String, { description: 'As receipts print it, such as VAT.' })
  name: string;

  @Field(() => Decimal, { description: 'Percentage, such as "20".' })
  percent: string;

  @Field(() => MoneyType, { description: 'The amount.' })
  amount: MoneyType;
}

@ObjectType('Cost', {
  description:
    'One shape for what a line, cart, checkout or order costs: total = subtotal - discounts + shipping + tax that is not already included.',
})
export class CostType {
  @Field(() => MoneyType, { description: 'The lines at their unit prices.' })
  subtotal: MoneyType;

  @Field(() => MoneyType, { description: 'Taken off, as a positive amount.' })
  discounts: MoneyType;

  @Field(() => MoneyType, { description: 'Delivery.' })
  shipping: MoneyType;

  @Field(() => MoneyType, {
    description: 'Tax, contained in the prices where the shop says that prices include it.',
  })
  tax: MoneyType;

  @Field(() => [TaxLineType], {
    description: 'What the tax consists of, the highest rate first; sums to it.',
  })
  taxLines: TaxLineType[];

  @Field(() => MoneyType, { description: 'What is to be paid.' })
  total: MoneyType;
}

/** Maps a tax to its GraphQL form. */
export function toTaxLineType(
  { name, ratePpm, amountMinor }: TaxLine,
  currencyCode: string,
): TaxLineType {
  return Object.assign(new TaxLineType(), {
    name,
    percent: ppmToPercent(ratePpm),
    amount: toMoneyType(money(amountMinor, currencyCode)),
  });
}

/** Maps a cost to its GraphQL form. */
export function toCostType(cost: Cost, currencyCode: string): CostType {
  const amount = (minor: bigint): MoneyType => toMoneyType(money(minor, currencyCode));
  return Object.assign(new CostType(), {
    subtotal: amount(cost.subtotalMinor),
    discounts: amount(cost.discountsMinor),
    shipping: amount(cost.shippingMinor),
    tax: amount(cost.taxMinor),
    taxLines: cost.taxLines.map((line) => toTaxLineType(line, currencyCode)),
    total: amount(cost.totalMinor),
  });
}

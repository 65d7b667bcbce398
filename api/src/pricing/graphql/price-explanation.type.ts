import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { Decimal } from '../../platform/graphql/scalars';
import type { ExplainedLine, PriceExplanation } from '../domain/price-explanation';
import { microToDecimal } from '../domain/residue';
import { TaxLineType, toTaxLineType } from './cost.type';
import { PromotionOutcomeType, toPromotionOutcomeType } from './promotion-outcome.type';

export enum UnitPriceSourceName {
  BASE = 'BASE',
  PRICE_LIST = 'PRICE_LIST',
  TIER = 'TIER',
  BUNDLE = 'BUNDLE',
  STAFF = 'STAFF',
}
registerEnumType(UnitPriceSourceName, {
  name: 'UnitPriceSource',
  description: 'Where the price of one unit comes from.',
  valuesConfig: {
    BASE: { description: 'What it costs where nothing else decides.' },
    PRICE_LIST: { description: 'A price list in force, for everybody or for a group.' },
    TIER: { description: 'A price list, from so many units on.' },
    BUNDLE: { description: "The bundle's own rule." },
    STAFF: { description: 'Set by staff.' },
  },
});

@ObjectType('LineDiscount', { description: 'What one promotion takes off a line.' })
export class LineDiscountType {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => MoneyType, { description: 'Taken off the line as a whole, as a positive amount.' })
  amount: MoneyType;
}

@ObjectType('LineExplanation', { description: "How a line's price came about, step by step." })
export class LineExplanationType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => MoneyType, { description: 'What one unit costs where nothing else decides.' })
  basePrice: MoneyType;

  @Field(() => MoneyType, { description: 'What one unit costs here, before promotions.' })
  unitPrice: MoneyType;

  @Field(() => UnitPriceSourceName, { description: 'What decided that.' })
  source: UnitPriceSourceName;

  @Field(() => [LineDiscountType], {
    description:
      'What promotions take off, in the order in which they do; shares of order discounts included.',
  })
  discounts: LineDiscountType[];

  @Field(() => MoneyType, { description: 'What is left of the line, and taxed.' })
  taxable: MoneyType;

  @Field(() => [TaxLineType], { description: 'The taxes on it, the highest rate first.' })
  taxes: TaxLineType[];

  @Field(() => Decimal, {
    description: 'By how much rounding raised the tax of the line; negative where it lowered it.',
  })
  roundingResidue: string;
}

@ObjectType('PriceExplanation', { description: 'How prices came about: nothing is left unsaid.' })
export class PriceExplanationType {
  @Field(() => [LineExplanationType], { description: 'Line by line; gifts cost nothing.' })
  lines: LineExplanationType[];

  @Field(() => [PromotionOutcomeType], {
    description:
      'Every automatic promotion and every code that was entered: first the applied ones, then those beaten by them, then the rejected ones.',
  })
  promotions: PromotionOutcomeType[];

  @Field(() => MoneyType, {
    description: 'What promotions took off delivery, as a positive amount.',
  })
  shippingDiscount: MoneyType;

  @Field(() => Decimal, {
    description: 'By how much rounding raised the tax of lines and delivery together.',
  })
  roundingResidue: string;
}

/** Maps an explanation to its GraphQL form. */
export function toPriceExplanationType(
  explanation: PriceExplanation,
  currencyCode: string,
): PriceExplanationType {
  const { lines, outcomes, deliveryDiscountMinor, residueMicro } = explanation;
  const names = new Map(outcomes.map(({ promotionId, name = '' }) => [promotionId, name]));
  return Object.assign(new PriceExplanationType(), {
    lines: lines.map((line) => toLineType(line, names, currencyCode)),
    promotions: outcomes.map((outcome) => toPromotionOutcomeType(outcome, currencyCode)),
    shippingDiscount: toMoneyType(money(deliveryDiscountMinor, currencyCode)),
    roundingResidue: microToDecimal(residueMicro, currencyCode),
  });
}

function toLineType(
  line: ExplainedLine,
  names: ReadonlyMap<string | undefined, string>,
  currencyCode: string,
): LineExplanationType {
  const amount = (minor: bigint): MoneyType => toMoneyType(money(minor, currencyCode));
  return Object.assign(new LineExplanationType(), {
    lineId: line.id,
    basePrice: amount(line.basePriceMinor),
    unitPrice: amount(line.unitPriceMinor),
    source: UnitPriceSourceName[line.source],
    discounts: line.discounts.map(({ promotionId, amountMinor }) =>
      Object.assign(new LineDiscountType(), {
        promotionId,
        name: names.get(promotionId) ?? '',
        amount: amount(amountMinor),
      }),
    ),
    taxable: amount(line.taxableMinor),
    taxes: line.taxLines.map((tax) => toTaxLineType(tax, currencyCode)),
    roundingResidue: microToDecimal(line.residueMicro, currencyCode),
  });
}

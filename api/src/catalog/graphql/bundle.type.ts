import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { ppmToPercent } from '../../kernel/percent';
import { Shared } from '../../platform/graphql/caching';
import { Decimal } from '../../platform/graphql/scalars';
import { Unchanging } from '../../platform/graphql/unchanging';
import type { Bundle } from '../domain/bundle';

export enum BundlePriceKind {
  SUM = 'SUM',
  FIXED = 'FIXED',
  PERCENT_OFF = 'PERCENT_OFF',
}
registerEnumType(BundlePriceKind, {
  name: 'BundlePriceKind',
  description: 'How the price of a bundle is made.',
  valuesConfig: {
    SUM: { description: 'What its parts cost.' },
    FIXED: { description: 'What its own variation costs, whatever is chosen.' },
    PERCENT_OFF: { description: 'What its parts cost, less a percentage.' },
  },
});

@Shared()
@Unchanging()
@ObjectType('BundlePriceRule', { description: 'How the price of a bundle is made.' })
export class BundlePriceRuleType {
  @Field(() => BundlePriceKind, { description: 'From the parts, or its own.' })
  readonly kind: BundlePriceKind;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Percentage off what the parts cost; null for other kinds.',
  })
  readonly percentOff?: string;
}

@Shared()
@ObjectType('BundleOption', { description: 'A variation that may be chosen for a bundle.' })
export class BundleOptionType {
  @Field(() => Int, { description: 'Units that are chosen for a shopper who chooses nothing.' })
  readonly defaultQuantity: number;

  /** Not a field: the variation's loader takes it. */
  readonly variationId: string;
}

@Shared()
@ObjectType('BundleChoice', { description: 'A set of which the shopper chooses some units.' })
export class BundleChoiceType {
  @Field(() => ID, { description: 'Opaque id, named by the parts of a cart line.' })
  readonly id: string;

  @Field(() => String, { description: 'Name, such as Prints.' })
  readonly name: string;

  @Field(() => Int, {
    description: 'Units that have to be chosen at least; 0 for what may be left out.',
  })
  readonly minQuantity: number;

  @Field(() => Int, { description: 'Units that can be chosen at most.' })
  readonly maxQuantity: number;

  @Field(() => [BundleOptionType], {
    description: 'What may be chosen, in display order, 100 at most.',
  })
  readonly options: readonly BundleOptionType[];
}

@Shared()
@ObjectType('Bundle', {
  description:
    'What a product consists of that is sold as a bundle. It has no stock but that of its parts.',
})
export class BundleType {
  @Field(() => BundlePriceRuleType, { description: 'How its price is made.' })
  readonly priceRule: BundlePriceRuleType;

  @Field(() => [BundleChoiceType], { description: 'What is chosen, in display order, 20 at most.' })
  readonly choices: readonly BundleChoiceType[];

  /** Not a field: stock is worked out from it. */
  readonly definition: Bundle;
}

/** Maps a bundle to its GraphQL form. */
export function toBundleType(definition: Bundle): BundleType {
  const { priceRule, choices } = definition;
  const rule = { kind: BundlePriceKind[priceRule.kind] };
  return Object.assign(new BundleType(), {
    definition,
    priceRule: Object.assign(new BundlePriceRuleType(), {
      ...rule,
      ...(priceRule.kind === 'PERCENT_OFF' && { percentOff: ppmToPercent(priceRule.offPpm) }),
    }),
    choices: choices.map(({ id, name, minUnits, maxUnits, options }) =>
      Object.assign(new BundleChoiceType(), {
        id,
        name,
        minQuantity: minUnits,
        maxQuantity: maxUnits,
        options: options.map(({ variationId, defaultUnits }) =>
          Object.assign(new BundleOptionType(), { variationId, defaultQuantity: defaultUnits }),
        ),
      }),
    ),
  });
}

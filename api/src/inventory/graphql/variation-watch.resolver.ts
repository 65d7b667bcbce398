import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';

import { ProductVariationType } from '../../catalog';
import { isId } from '../../kernel/ids';
import { Public } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import { bySource, type HasSubscriptionSources } from '../../platform/graphql/subscription-source';
import type { VariationWatch } from './variation-watch';
import type { WatchedVariations } from './watcher';

const MOST_WATCHED = 100;

@ObjectType('VariationChanges', { description: 'What has changed of watched variations.' })
export class VariationChangesType {
  @Field(() => [ProductVariationType], {
    description: 'Those that are new to the watcher, as they are now.',
  })
  variations: readonly ProductVariationType[];

  @Field(() => [ID], { description: 'Those of the watched ids that have no variation (any more).' })
  goneIds: readonly string[];
}

@Resolver()
export class VariationWatchResolver implements HasSubscriptionSources {
  constructor(private readonly watch: VariationWatch) {}

  readonly sources = {
    variationChanges: ({ variationIds }: { readonly variationIds: readonly string[] }) => {
      const ids = [...new Set(variationIds)];
      if (ids.length === 0 || ids.length > MOST_WATCHED) {
        throw new AppError('BAD_USER_INPUT', `Watch between 1 and ${MOST_WATCHED} variations.`);
      }
      if (!ids.every(isId)) throw new AppError('BAD_USER_INPUT', 'These are not all ids.');
      return this.watch.follow(ids);
    },
  };

  @Public()
  @Subscription(() => VariationChangesType, {
    ...bySource,
    description:
      'Follows what shoppers are shown of some variations: price, availability, low stock quantity. First all of them as they are now, then, twice a second at most, those that have changed. Only the latest state is told, so a slow reader skips states and a new subscription needs no cursor.',
  })
  variationChanges(
    @Root() { variations, goneIds }: WatchedVariations,
    @Arg('variationIds', () => [ID], { description: 'What to watch, 100 ids at most.' })
    _variationIds: string[],
  ): VariationChangesType {
    return Object.assign(new VariationChangesType(), { variations, goneIds });
  }
}

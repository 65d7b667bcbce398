import { effect, type Signal, untracked } from '@angular/core';

import { liveEvents } from '#shared/graphql/live-events';
import { injectAttention } from '#shared/page/attention';
import { WatchVariationsDocument } from './watch-variations.generated';

/** What the API watches at once. */
const MOST_WATCHED = 100;

/**
 * Keeps price and stock of a product's variations as they are while its page is looked at. What arrives goes
 * into the cache, and from there into everything that shows it.
 */
export function watchVariations(
  product: Signal<{ readonly variations: readonly { readonly id: string }[] } | undefined>,
  onGone: () => void,
): void {
  const isLookedAt = injectAttention();
  const live = liveEvents(WatchVariationsDocument, {
    variables: () => {
      const ids = product()?.variations.map(({ id }) => id);
      if (!isLookedAt() || !ids?.length) return undefined;
      return { variationIds: ids.slice(0, MOST_WATCHED) };
    },
    // Each beginning tells the present state first, so nothing has to be made up for.
    resume: (variables) => variables,
  });
  effect(() => {
    if (live.latest()?.variationChanges.goneIds.length) untracked(onGone);
  });
}

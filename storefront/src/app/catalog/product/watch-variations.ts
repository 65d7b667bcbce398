import { effect, type Signal, untracked } from '@angular/core';

import { liveEvents } from '#shared/graphql/live-events';
import { injectAttention } from '#shared/page/attention';
import { WatchVariationsDocument } from './watch-variations.generated';

/** What the API watches at once. */
const MOST_WATCHED = 100;

/**
 * Keeps price and stock of variations as they are while their page is looked at. What arrives goes
 * into the cache, and from there into everything that shows it.
 */
export function watchVariations(
  shown: Signal<readonly { readonly id: string }[] | undefined>,
  onGone: () => void,
): void {
  const isLookedAt = injectAttention();
  const live = liveEvents(WatchVariationsDocument, {
    variables: () => {
      const ids = [...new Set(shown()?.map(({ id }) => id))];
      if (!isLookedAt() || ids.length === 0) return undefined;
      return { variationIds: ids.slice(0, MOST_WATCHED) };
    },
    // Each beginning tells the present state first, so nothing has to be made up for.
    resume: (variables) => variables,
  });
  effect(() => {
    if (live.latest()?.variationChanges.goneIds.length) untracked(onGone);
  });
}

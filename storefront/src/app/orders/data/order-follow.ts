import {
  afterNextRender,
  computed,
  DestroyRef,
  effect,
  inject,
  linkedSignal,
  type Signal,
  signal,
  untracked,
} from '@angular/core';

import { liveEvents } from '#shared/graphql/live-events';
import type { OrderDetailsFragment, OrderEventPartsFragment } from './order-fragments.generated';
import {
  FollowOrderDocument,
  type FollowOrderSubscriptionVariables,
} from './order-queries.generated';
import { emptyTimeline, mergeEvents } from './order-timeline';

/** Whether changes arrive by themselves, will again soon, or are being asked for. */
export type FollowState = 'live' | 'reconnecting' | 'polling';

/** One order, followed while its page is open. */
export interface OrderFollow {
  /** All events, once each and in order, however they came. */
  readonly events: Signal<readonly OrderEventPartsFragment[]>;
  readonly state: Signal<FollowState>;
  /** When the page was last known to be current, as epoch milliseconds; unknown before the browser took over. */
  readonly updatedAt: Signal<number | undefined>;
}

const POLL_AFTER_MS = 10_000;
const POLL_EVERY_MS = 5_000;

/** Follows an order live from the newest event that was loaded, and asks for it while it cannot be heard. */
export function followOrder(
  order: Signal<OrderDetailsFragment | undefined>,
  reload: () => void,
): OrderFollow {
  const loaded = computed(() => order()?.events ?? []);
  const beginning = linkedSignal<
    OrderDetailsFragment | undefined,
    FollowOrderSubscriptionVariables | undefined
  >({
    source: order,
    // A reload of the same order must not begin the stream again.
    computation: (current, previous) => {
      if (!current) return undefined;
      if (previous?.value && previous.source?.id === current.id) return previous.value;
      return {
        trackingToken: current.trackingToken,
        after: current.events.at(-1)?.cursor ?? null,
      };
    },
  });

  const live = liveEvents(FollowOrderDocument, {
    variables: beginning,
    resume: (variables, last) => ({ ...variables, after: last.orderEvents.cursor }),
  });
  const heard = computed(() => live.events().map(({ orderEvents }) => orderEvents));
  const timeline = computed(() =>
    mergeEvents(mergeEvents(emptyTimeline<OrderEventPartsFragment>(), loaded()), heard()),
  );

  const polling = signal(false);
  const updatedAt = signal<number | undefined>(undefined);
  const isDown = computed(() => live.state() !== 'live' && live.state() !== 'idle');

  effect((onCleanup) => {
    if (!isDown()) return;
    let timer = setTimeout(function poll() {
      polling.set(true);
      reload();
      timer = setTimeout(poll, POLL_EVERY_MS);
    }, POLL_AFTER_MS);
    onCleanup(() => {
      clearTimeout(timer);
      polling.set(false);
    });
  });

  effect(() => {
    // Parcel, totals and the actions allowed are not part of an event.
    if (heard().length > 0) untracked(reload);
  });

  const inBrowser = signal(false);
  effect(() => {
    loaded();
    heard();
    if (inBrowser()) updatedAt.set(Date.now());
  });

  const destroyRef = inject(DestroyRef);
  afterNextRender(() => {
    inBrowser.set(true);
    const catchUp = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', catchUp);
    destroyRef.onDestroy(() => document.removeEventListener('visibilitychange', catchUp));
  });

  return {
    events: computed(() => timeline().events),
    state: computed(() =>
      live.state() === 'live' ? 'live' : polling() ? 'polling' : 'reconnecting',
    ),
    updatedAt: updatedAt.asReadonly(),
  };
}

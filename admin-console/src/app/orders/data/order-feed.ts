import { computed, inject, Service, signal } from '@angular/core';
import { Apollo } from 'apollo-angular';

import { liveEvents, onLiveConnected } from '../../shared/graphql/live-events';
import { Session } from '../../shared/session/session';
import { withNewOrder } from './order-arrival';
import { OrderFeedDocument, type OrderFeedSubscription } from './order-feed.generated';
import { OrderListDocument } from './order-list.generated';
import { newestOrdersVariables } from './order-list-state';

/** Keeps every order the console holds up to date, and counts the new ones nobody has looked at. */
@Service()
export class OrderFeed {
  private readonly apollo = inject(Apollo);
  private readonly session = inject(Session);
  private readonly lastHeard = signal<string | undefined>(undefined);
  private readonly unseen = signal<ReadonlySet<string>>(new Set());

  readonly unseenIds = this.unseen.asReadonly();
  readonly unseenCount = computed(() => this.unseen().size);

  constructor() {
    liveEvents(OrderFeedDocument, {
      subject: () => this.session.staffMember()?.id,
      variables: () => {
        const after = this.lastHeard();
        return after ? { after } : {};
      },
      onEvent: ({ orderFeed }) => this.take(orderFeed),
    });
    // The feed goes on after the last event it told. Before the first one it has no such place, and what
    // happened before it began is only in the list.
    onLiveConnected(() => {
      if (!this.lastHeard()) void this.apollo.client.refetchQueries({ include: 'active' });
    });
  }

  /** Says that these orders have been shown to the person. */
  markSeen(ids: Iterable<string>): void {
    const seen = new Set(ids);
    this.unseen.update((unseen) => new Set([...unseen].filter((id) => !seen.has(id))));
  }

  /** Says that whatever is new has been or is about to be shown. */
  markAllSeen(): void {
    this.unseen.set(new Set());
  }

  // The event's order is in the cache by now; only a new one has to be put into a list as well.
  private take({ cursor, type, order }: OrderFeedSubscription['orderFeed']): void {
    this.lastHeard.set(cursor);
    if (type !== 'PLACED') return;
    this.unseen.update((unseen) => new Set(unseen).add(order.id));
    this.apollo.client.cache.updateQuery(
      { query: OrderListDocument, variables: newestOrdersVariables },
      (page) => page && withNewOrder(page, order),
    );
  }
}

import { linkedSignal, type Signal } from '@angular/core';

import type { QueryResource } from '#shared/graphql/query-resource';
import type { OrderDetailsFragment } from './order-fragments.generated';

/** An order, null when there is none, undefined while that is not known. */
export type KnownOrder = OrderDetailsFragment | null | undefined;

interface Answer {
  readonly key: string;
  readonly order: KnownOrder;
}

/** The order as it was last heard of: an outage must not take it off the page. */
export function lastKnownOrder(
  query: QueryResource<{ readonly order: OrderDetailsFragment | null }>,
  key: () => string,
): Signal<KnownOrder> {
  return linkedSignal<Answer, KnownOrder>({
    source: () => ({
      key: key(),
      order: query.hasValue() ? query.value().order : undefined,
    }),
    computation: (answer, previous) =>
      answer.order === undefined && previous?.source.key === answer.key
        ? previous.value
        : answer.order,
  });
}

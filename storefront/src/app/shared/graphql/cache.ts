import { InMemoryCache } from '@apollo/client';

import generated from './possible-types.generated';

/** How the browser and the server keep what the API answered. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: generated.possibleTypes,
    typePolicies: {
      Cost: { merge: true },
      PriceRange: { merge: true },
      Shop: { keyFields: [] },
      // The same card pays different amounts in different places.
      GiftCardPayment: { keyFields: false },
      // An event is known by its cursor; a log that arrives again replaces the one we have.
      OrderEvent: { keyFields: ['cursor'] },
      Order: { fields: { events: { merge: false }, availableActions: { merge: false } } },
      Cart: {
        fields: { lines: { merge: false }, problems: { merge: false }, gifts: { merge: false } },
      },
      // The same variation lives in lists whose pages differ, so pages are kept apart by all their arguments.
      Query: {
        fields: {
          products: { keyArgs: ['query', 'where', 'sort', 'first', 'after', 'last', 'before'] },
        },
      },
    },
  });
}

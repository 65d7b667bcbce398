import type { PriceListFieldsFragment } from '../pricing/data/price-list-fragments.generated';

/** A price list as the graph gives it, of which a test states only what matters. */
export function aPriceList(given: Partial<PriceListFieldsFragment> = {}) {
  return {
    __typename: 'PriceList',
    id: 'p1',
    version: 3,
    name: 'Trade',
    currencyCode: 'GBP',
    customerGroup: 'trade',
    priority: 0,
    startsAt: null,
    endsAt: null,
    isInForce: true,
    rules: [aPriceRule()],
    ...given,
  };
}

/** A rule for everything: ten percent off. */
export function aPriceRule(
  given: Partial<PriceListFieldsFragment['rules'][number]> = {},
): PriceListFieldsFragment['rules'][number] & { readonly __typename: 'PriceRule' } {
  return {
    __typename: 'PriceRule',
    productId: null,
    variationId: null,
    minQuantity: 1,
    price: null,
    percentOff: '10',
    product: null,
    variation: null,
    ...given,
  };
}

/** What a price list may be for. */
export function priceListChoices() {
  const group = { __typename: 'CustomerGroup', code: 'trade', name: 'Trade customers' };
  return { shop: { __typename: 'Shop', currencyCode: 'GBP' }, customerGroups: [group] };
}

/** Why a mutation did nothing. */
export function refused(message: string, path: readonly string[], code = 'INVALID_INPUT') {
  const type = code === 'VERSION_CONFLICT' ? 'VersionConflict' : 'InvalidInput';
  return [{ __typename: type, code, message, path }];
}

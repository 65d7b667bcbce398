import type {
  DraftFieldsFragment,
  DraftLineFieldsFragment,
} from '../drafts/data/draft-fragments.generated';

/** An amount in pounds, as the graph gives it. */
export function pounds(amount: string) {
  return { __typename: 'Money' as const, amount, currencyCode: 'GBP' };
}

/** What a draft costs when only its total matters. */
export function aDraftCost(total: string) {
  return {
    __typename: 'Cost' as const,
    subtotal: pounds(total),
    discounts: pounds('0.00'),
    shipping: pounds('0.00'),
    tax: pounds('0.00'),
    taxLines: [],
    total: pounds(total),
  };
}

/** Two posters of a draft. */
export function aDraftLine(
  given: Partial<DraftLineFieldsFragment> = {},
): DraftLineFieldsFragment & { readonly __typename: 'DraftOrderLine' } {
  return {
    __typename: 'DraftOrderLine',
    id: 'l1',
    variationId: 'v1',
    productId: 'p1',
    productTitle: 'Poster',
    variationTitle: 'A2',
    sku: 'POS-A2',
    quantity: 2,
    isGift: false,
    unitPrice: pounds('10.00'),
    ownUnitPrice: null,
    discountPercent: null,
    cost: aDraftCost('20.00'),
    parts: [],
    ...given,
  };
}

/** A way of delivery that takes a draft's goods where it goes. */
export function aDelivery(code: string, name: string, amount: string) {
  const days = { minDays: null, maxDays: null };
  return { __typename: 'ShippingMethod' as const, code, name, ...days, price: pounds(amount) };
}

/** A draft that could be placed, of which a test states only what matters. */
export function aDraft(
  given: Partial<DraftFieldsFragment> = {},
): DraftFieldsFragment & { readonly __typename: 'DraftOrder' } {
  return {
    __typename: 'DraftOrder',
    id: 'd1',
    version: 3,
    status: 'OPEN',
    currencyCode: 'GBP',
    email: 'mary@shopper.example',
    note: null,
    couponCodes: [],
    shippingMethodCode: 'standard',
    shippingMethods: [aDelivery('standard', 'Standard', '4.00')],
    problems: [],
    createdBy: 'Ada',
    createdAt: '2026-11-20T09:00:00.000Z',
    updatedAt: '2026-11-20T09:30:00.000Z',
    customer: null,
    shippingAddress: {
      name: 'Mary Shopper',
      company: null,
      line1: '1 High Street',
      line2: null,
      city: 'Leeds',
      region: null,
      postcode: 'LS1 1AA',
      countryCode: 'GB',
      phone: null,
    },
    lines: [aDraftLine()],
    cost: aDraftCost('24.00'),
    order: null,
    ...given,
  };
}

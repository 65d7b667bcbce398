import type { PromotionInput } from '../../promotions';

/** Codes that shoppers of the demo can try. None is automatic: prices in the demo are what they say. */
export const HALFTONE_PROMOTIONS: readonly PromotionInput[] = [
  {
    name: 'Ten percent off everything',
    class: 'ORDER',
    isActive: true,
    requiresCode: true,
    code: 'HALFTONE10',
    priority: 0,
    exclusiveGroup: undefined,
    combinesWith: ['SHIPPING'],
    benefit: { kind: 'PERCENTAGE', percentOff: '10' },
    customerLimit: 1,
  },
  {
    name: 'Free delivery from £30',
    class: 'SHIPPING',
    isActive: true,
    requiresCode: true,
    code: 'FREEPOST',
    priority: 0,
    exclusiveGroup: undefined,
    combinesWith: ['LINE', 'ORDER'],
    benefit: { kind: 'FREE_SHIPPING' },
    conditions: { minSubtotal: '30' },
  },
];

import type { ImageRecord } from '../../media';

/** Where a parcel goes, as it was when the order was placed. */
export interface OrderAddress {
  readonly name: string;
  readonly company?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly region?: string;
  readonly postcode?: string;
  readonly countryCode: string;
  readonly phone?: string;
}

/** What a gift card paid of an order; the amount is a text because JSON has no bigint. */
export interface PaidByGiftCard {
  readonly id: string;
  readonly last4: string;
  readonly amountMinor: string;
}

/** A part of a bundle, as it was sold. */
export interface StoredOrderPart {
  /** Name of the set it was chosen from. */
  readonly choiceName: string;
  readonly productId: string;
  readonly variationId: string;
  readonly productTitle: string;
  readonly variationTitle: string;
  readonly sku: string;
  readonly image: ImageRecord | null;
  /** Units in one unit of the line. */
  readonly quantity: number;
  /** Its share of what the line costs, in minor units; the shares sum to that. */
  readonly totalMinor: string;
}

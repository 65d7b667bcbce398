import type { CatalogVariation } from '../../catalog';
import { newId } from '../../kernel/ids';
import { type AppliedPromotion, type Cost, freezeTaxLines, type LineDiscount } from '../../pricing';
import type { OrderLineEntity } from '../persistence/order.entity';
import { orderLineDiscounts } from '../persistence/order-promotions';
import type { StoredOrderPart } from '../persistence/order-snapshots';

type SoldVariation = Omit<CatalogVariation, 'priceMinor' | 'basePriceMinor' | 'weightGrams'>;

/** A part of a bundle that is sold. */
interface SoldPart {
  readonly choiceName: string;
  readonly variation: SoldVariation;
  readonly quantity: number;
  readonly totalMinor: bigint;
}

/** Units of a variation that are sold, at the placing of an order or later. */
export interface SoldLine {
  readonly variation: SoldVariation;
  readonly quantity: number;
  readonly unitPriceMinor: bigint;
  readonly cost: Cost;
  /** What each promotion takes off it. */
  readonly discounts?: readonly LineDiscount[];
  /** What one unit consists of, where it is a bundle. */
  readonly parts?: readonly SoldPart[] | undefined;
}

/** A line of an order, with nothing done to its units yet. */
export function newOrderLine(
  orderId: string,
  position: number,
  { variation, quantity, unitPriceMinor, cost, parts = [], discounts }: SoldLine,
  promotions?: readonly AppliedPromotion[],
): OrderLineEntity {
  return {
    id: newId(),
    orderId,
    position,
    ...namesOf(variation),
    isGiftCard: variation.isGiftCard ?? false,
    parts: parts.map(storedPart),
    promotions: orderLineDiscounts(discounts, promotions),
    quantity,
    cancelledQuantity: 0,
    packedQuantity: 0,
    refundedQuantity: 0,
    returnedQuantity: 0,
    unitPriceMinor,
    discountsMinor: cost.discountsMinor,
    taxMinor: cost.taxMinor,
    totalMinor: cost.totalMinor,
    taxLines: freezeTaxLines(cost.taxLines),
  };
}

function storedPart({ choiceName, variation, quantity, totalMinor }: SoldPart): StoredOrderPart {
  return { choiceName, ...namesOf(variation), quantity, totalMinor: totalMinor.toString() };
}

function namesOf({ productId, id, productTitle, title, sku, image }: SoldVariation) {
  return {
    productId,
    variationId: id,
    productTitle,
    variationTitle: title,
    sku,
    image: image ?? null,
  };
}

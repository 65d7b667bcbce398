import { type CartContent, MAX_COUPONS, MAX_LINE_QUANTITY } from './cart-change';
import { goodsKey, type LineGoods } from './line-goods';

/** A line of a merged cart that the guest's cart has changed. */
export interface MergedLine extends LineGoods {
  readonly id: string | undefined;
  readonly quantity: number;
}

/** A guest's line of which only a part, or nothing, could come. */
export interface CappedLine {
  readonly variationId: string;
  readonly wanted: number;
  readonly added: number;
}

/** A merged cart, and what became of the guest's lines. */
export interface MergedCart {
  readonly set: readonly MergedLine[];
  readonly couponCodes: readonly string[];
  readonly mergedLines: number;
  readonly capped: readonly CappedLine[];
}

/**
 * Adds a guest's lines and codes to a customer's. What is added is capped at the stock that the customer's own lines
 * leave; what the customer had stays, even when it is sold out. A bundle asks for its parts.
 */
export function mergeCarts(
  own: CartContent,
  guest: CartContent,
  available: ReadonlyMap<string, number>,
): MergedCart {
  const left = new Map(available);
  const take = (goods: LineGoods, quantity: number): void => {
    for (const [variationId, units] of unitsIn(goods)) {
      left.set(variationId, (left.get(variationId) ?? 0) - units * quantity);
    }
  };
  for (const line of own.lines) take(line, line.quantity);
  const known = new Map(own.lines.map((line) => [goodsKey(line), line]));
  const set: MergedLine[] = [];
  const capped: CappedLine[] = [];
  for (const { variationId, parts, quantity } of guest.lines) {
    const goods = { variationId, parts };
    const { id, quantity: had = 0 } = known.get(goodsKey(goods)) ?? { id: undefined };
    const most = Math.min(quantity, MAX_LINE_QUANTITY - had);
    const added = Math.max(0, Math.min(most, fitting(goods, left)));
    if (added < quantity) capped.push({ variationId, wanted: quantity, added });
    take(goods, added);
    if (had + added > 0) set.push({ id, ...goods, quantity: had + added });
  }
  const couponCodes = [...new Set([...own.couponCodes, ...guest.couponCodes])];
  return {
    set,
    couponCodes: couponCodes.slice(0, MAX_COUPONS),
    mergedLines: set.length,
    capped,
  };
}

/** Units of every variation in one unit of a line. */
function unitsIn({ variationId, parts }: LineGoods): Map<string, number> {
  if (!parts) return new Map([[variationId, 1]]);
  const units = new Map<string, number>();
  for (const part of parts) {
    units.set(part.variationId, (units.get(part.variationId) ?? 0) + part.quantity);
  }
  return units;
}

function fitting(goods: LineGoods, left: ReadonlyMap<string, number>): number {
  const limits = [...unitsIn(goods)].map(([variationId, units]) =>
    Math.floor((left.get(variationId) ?? 0) / units),
  );
  return Math.min(...limits);
}

import { type LineDemand, shortage, stockDemand, type StockRow } from '../../inventory';
import type { Refusal } from '../../kernel/result';
import type { WantedLine } from '../domain/cart-change';
import { goodsKey, type LineGoods } from '../domain/line-goods';
import type { CartRecord } from '../persistence/cart.repository';

type StockedCart = Pick<CartRecord, 'lines' | 'held'>;

/**
 * What the stock does not allow at this moment, of the lines that change. The other lines come first: what they take is
 * not there for these. What the cart's own checkout holds is.
 */
export function shortagesOf(
  wanted: readonly WantedLine[],
  cart: StockedCart | undefined,
  removedIds: readonly string[],
  levels: readonly StockRow[],
): Refusal[] {
  const left = new Map(levels.map((level) => [level.variationId, level.available]));
  const take = (variationId: string, units: number): number => {
    const rest = (left.get(variationId) ?? 0) - units;
    left.set(variationId, rest);
    return rest;
  };
  for (const [variationId, units] of cart?.held ?? []) take(variationId, -units);
  for (const { variationId, quantity } of othersDemand(wanted, cart, removedIds)) {
    take(variationId, quantity);
  }
  return wanted.flatMap((line) =>
    demandOf(line).flatMap(({ variationId, quantity }): Refusal[] => {
      const rest = take(variationId, quantity);
      if (rest >= 0) return [];
      const refusal = shortage(variationId, Math.max(0, rest + quantity), line.id);
      return [{ ...refusal, path: line.path }];
    }),
  );
}

/** The variations of which a change asks for units. */
export function demandedIds(wanted: readonly WantedLine[]): string[] {
  return wanted.flatMap(demandOf).map(({ variationId }) => variationId);
}

function demandOf(line: LineGoods & { readonly quantity: number }): LineDemand[] {
  return stockDemand([{ ...line, id: goodsKey(line) }]);
}

function othersDemand(
  wanted: readonly WantedLine[],
  cart: StockedCart | undefined,
  removedIds: readonly string[],
): LineDemand[] {
  const changed = new Set([...removedIds, ...wanted.flatMap(({ id }) => id ?? [])]);
  return stockDemand((cart?.lines ?? []).filter(({ id }) => !changed.has(id)));
}

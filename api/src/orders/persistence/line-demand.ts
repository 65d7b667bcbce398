import { type LineDemand, stockDemand } from '../../inventory';
import type { LineUnits } from '../domain/order-book';
import type { OrderLineEntity } from './order.entity';

/** The goods of some units of an order's lines: of a bundle its parts. */
export function demandOf(
  lines: readonly OrderLineEntity[],
  units: readonly LineUnits[],
): LineDemand[] {
  return stockDemand(
    units.flatMap(({ lineId, quantity }) => {
      const line = lines.find(({ id }) => id === lineId);
      if (!line) return [];
      const { id, variationId, parts } = line;
      return [{ id, variationId, quantity, ...(parts.length > 0 && { parts }) }];
    }),
  );
}

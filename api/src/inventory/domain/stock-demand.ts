import type { StockRequest } from './allocation';

/** A line as far as the goods are concerned that it takes. */
export interface DemandingLine {
  readonly id: string;
  readonly variationId: string;
  readonly quantity: number;
  /** What one unit of the line consists of, where it is a bundle. */
  readonly parts?: readonly { readonly variationId: string; readonly quantity: number }[];
}

/** A demand that can tell which line it comes from. */
export interface LineDemand extends StockRequest {
  readonly lineId: string;
}

/** Which goods lines take: a bundle its parts and nothing of its own, everything else itself. */
export function stockDemand(lines: readonly DemandingLine[]): LineDemand[] {
  return lines.flatMap(({ id, variationId, quantity, parts }): LineDemand[] =>
    parts
      ? parts.map((part) => ({
          variationId: part.variationId,
          quantity: part.quantity * quantity,
          lineId: id,
        }))
      : [{ variationId, quantity, lineId: id }],
  );
}

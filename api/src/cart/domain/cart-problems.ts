/** What a shopper should know about a line before buying. */
export interface CartProblem {
  readonly code: 'OUT_OF_STOCK' | 'INSUFFICIENT_STOCK' | 'PRICE_CHANGED' | 'NO_LONGER_OFFERED';
  readonly lineId: string;
  readonly message: string;
  readonly available?: number;
  /** What there is too little of. */
  readonly variationId?: string;
}

export interface CheckedLine {
  readonly id: string;
  /** What it takes of the stock, by variation. */
  readonly demand: readonly { readonly variationId: string; readonly quantity: number }[];
  /** Whether it is a bundle, whose parts have names of their own. */
  readonly isBundle: boolean;
  readonly isOffered: boolean;
  /** What everybody is asked for one unit now. */
  readonly shownPriceMinor: bigint;
  readonly priceAtAddMinor: bigint;
}

/**
 * Compares lines with the shop as it is now. Lines that want the same goods are served in their order: what one takes is
 * not there for those after it.
 */
export function problemsOf(
  lines: readonly CheckedLine[],
  available: (lineIndex: number, variationId: string) => number,
): readonly CartProblem[] {
  const taken = new Map<string, number>();
  return lines.flatMap((line, index) => {
    const shortages = line.demand.flatMap(({ variationId, quantity }) => {
      const before = taken.get(variationId) ?? 0;
      taken.set(variationId, before + quantity);
      const left = Math.max(0, available(index, variationId) - before);
      return left < quantity ? [shortageOf(line, variationId, left)] : [];
    });
    return line.isOffered
      ? [...shortages, ...priceChange(line)]
      : [{ code: 'NO_LONGER_OFFERED', lineId: line.id, message: NO_LONGER_OFFERED } as const];
  });
}

const NO_LONGER_OFFERED = 'This is no longer sold in this form. Remove it and choose again.';

function shortageOf(
  { id: lineId, isBundle }: CheckedLine,
  variationId: string,
  available: number,
): CartProblem {
  if (available > 0) {
    const message = isBundle
      ? `Only ${available} left of one of its parts.`
      : `Only ${available} left.`;
    return { code: 'INSUFFICIENT_STOCK', lineId, message, available, variationId };
  }
  const message = isBundle ? 'One of its parts is sold out.' : 'This is sold out.';
  return { code: 'OUT_OF_STOCK', lineId, message, available: 0, variationId };
}

function priceChange({ id: lineId, ...line }: CheckedLine): CartProblem[] {
  if (line.shownPriceMinor === line.priceAtAddMinor) return [];
  const direction = line.shownPriceMinor > line.priceAtAddMinor ? 'went up' : 'went down';
  return [{ code: 'PRICE_CHANGED', lineId, message: `The price ${direction} since you added it.` }];
}

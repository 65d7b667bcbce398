/** What a shopper should know about a line before buying. */
export interface CartProblem {
  readonly code: 'OUT_OF_STOCK' | 'INSUFFICIENT_STOCK' | 'PRICE_CHANGED';
  readonly lineId: string;
  readonly message: string;
  readonly available?: number;
}

export interface CheckedLine {
  readonly id: string;
  readonly quantity: number;
  /** What everybody is asked for one unit now. */
  readonly shownPriceMinor: bigint;
  readonly priceAtAddMinor: bigint;
}

/** Compares a line with the shop as it is now. */
export function problemsOf(line: CheckedLine, available: number): readonly CartProblem[] {
  const problems: CartProblem[] = [];
  const lineId = line.id;
  if (available <= 0) {
    problems.push({ code: 'OUT_OF_STOCK', lineId, message: 'This is sold out.', available: 0 });
  } else if (available < line.quantity) {
    const message = `Only ${available} left.`;
    problems.push({ code: 'INSUFFICIENT_STOCK', lineId, message, available });
  }
  if (line.shownPriceMinor !== line.priceAtAddMinor) {
    const direction = line.shownPriceMinor > line.priceAtAddMinor ? 'went up' : 'went down';
    const message = `The price ${direction} since you added it.`;
    problems.push({ code: 'PRICE_CHANGED', lineId, message });
  }
  return problems;
}

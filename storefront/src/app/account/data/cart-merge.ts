/** What the server did with the guest's cart at sign-in. */
export interface CartMergeCounts {
  readonly mergedLines: number;
  readonly cappedLines: number;
}

/** Tells the shopper what happened to their cart at sign-in, or nothing when nothing did. */
export function cartMergeMessage(merge: CartMergeCounts | null | undefined): string | null {
  if (!merge || merge.mergedLines + merge.cappedLines === 0) {
    return null;
  }
  const moved =
    merge.mergedLines > 0
      ? `${items(merge.mergedLines)} from this visit ${merge.mergedLines === 1 ? 'was' : 'were'} added to your cart.`
      : '';
  const capped =
    merge.cappedLines > 0
      ? `${items(merge.cappedLines)} had to be reduced to what is in stock.`
      : '';
  return [moved, capped].filter(Boolean).join(' ');
}

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

/** A snapshot of PostgreSQL: which transactions had ended when it was taken. */
export interface Snapshot {
  /** Every transaction before it had ended. */
  readonly xmin: bigint;
  /** None from here on had begun. */
  readonly xmax: bigint;
  /** Those in between that were still open. */
  readonly open: readonly bigint[];
}

const LARGEST = 2n ** 63n;

/** Reads the text form, such as `10:20:12,15`; undefined for what is none. */
export function parseSnapshot(text: string): Snapshot | undefined {
  const match = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/.exec(text);
  if (!match) return undefined;
  const xmin = BigInt(match[1] ?? '');
  const xmax = BigInt(match[2] ?? '');
  const open = match[3] ? match[3].split(',').map(BigInt) : [];
  const isOrdered = open.every(
    (xact, index) => xact >= (open[index - 1] ?? xmin - 1n) && xact < xmax,
  );
  return xmin > 0n && xmin <= xmax && xmax < LARGEST && isOrdered && (open[0] ?? xmin) >= xmin
    ? { xmin, xmax, open }
    : undefined;
}

/** Whether what the transaction wrote is in the snapshot. */
export function isVisible(xact: bigint, { xmin, xmax, open }: Snapshot): boolean {
  return xact < xmin || (xact < xmax && !open.includes(xact));
}

/** Whether `other` was taken later. Snapshots of one server lie on one line: a later one shows more. */
export function isLater(other: Snapshot, than: Snapshot): boolean {
  if (other.xmax !== than.xmax) return other.xmax > than.xmax;
  if (other.xmin !== than.xmin) return other.xmin > than.xmin;
  return other.open.length < than.open.length;
}

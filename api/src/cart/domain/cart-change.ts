import { accepted, type Refusal, refused, type Result } from '../../kernel/result';

export const MAX_LINE_QUANTITY = 100_000;
export const MAX_LINES = 2_000;

/** A cart line as far as changing it is concerned. */
export interface CartLineState {
  readonly id: string;
  readonly variationId: string;
  readonly quantity: number;
}

/** A wish to have more of a variation. */
export interface Addition {
  readonly variationId: string;
  readonly quantity: number;
}

/** New quantities by variation after additions; the same variation twice is one line. */
export function quantitiesAfterAdding(
  lines: readonly CartLineState[],
  additions: readonly Addition[],
): Result<ReadonlyMap<string, number>> {
  const current = new Map(lines.map((line) => [line.variationId, line.quantity]));
  const wanted = new Map<string, number>();
  for (const { variationId, quantity } of additions) {
    const before = wanted.get(variationId) ?? current.get(variationId) ?? 0;
    wanted.set(variationId, before + quantity);
  }
  const tooMany = [...wanted.values()].some((quantity) => quantity > MAX_LINE_QUANTITY);
  if (tooMany) return refused(quantityLimit());
  const lineCount = new Set([...current.keys(), ...wanted.keys()]).size;
  if (lineCount > MAX_LINES) {
    return refused({
      code: 'QUANTITY_LIMIT',
      message: `A cart holds at most ${MAX_LINES} different items.`,
      path: ['lines'],
    });
  }
  return accepted(wanted);
}

/** Which lines a client named that the cart does not have. */
export function unknownLines(
  lines: readonly CartLineState[],
  lineIds: readonly string[],
): Refusal | undefined {
  const known = new Set(lines.map((line) => line.id));
  return lineIds.every((id) => known.has(id))
    ? undefined
    : { code: 'NOT_FOUND', message: 'The cart has no such line.', path: ['lines'] };
}

/** What a change of a cart does to its lines. */
export interface LineChange {
  readonly quantities: ReadonlyMap<string, number>;
  readonly removedIds: readonly string[];
}

/** New quantities of lines, where 0 removes one. Of the same line named twice, the last wish counts. */
export function lineUpdates(
  lines: readonly CartLineState[],
  updates: readonly { readonly lineId: string; readonly quantity: number }[],
): Result<LineChange> {
  const byId = new Map(lines.map((line) => [line.id, line.variationId]));
  const wishes = new Map(updates.map(({ lineId, quantity }) => [lineId, quantity]));
  const problem = unknownLines(lines, [...wishes.keys()]);
  if (problem) return refused(problem);
  const kept = [...wishes].filter(([, quantity]) => quantity > 0);
  return accepted({
    quantities: new Map(kept.map(([lineId, quantity]) => [byId.get(lineId) ?? '', quantity])),
    removedIds: [...wishes].filter(([, quantity]) => quantity === 0).map(([lineId]) => lineId),
  });
}

/** The refusal for more units than one line may have. */
export function quantityLimit(): Refusal {
  return {
    code: 'QUANTITY_LIMIT',
    message: `One item can be ordered up to ${MAX_LINE_QUANTITY} times.`,
    path: ['lines'],
  };
}

/** A merged cart: quantities by variation, and what became of the guest's lines. */
export interface MergedCart {
  readonly quantities: ReadonlyMap<string, number>;
  readonly mergedLines: number;
  readonly cappedLines: number;
}

/** Adds a guest's lines to a customer's. A sum is capped at the stock, but never below what the customer had. */
export function mergeCarts(
  own: readonly CartLineState[],
  guest: readonly CartLineState[],
  available: ReadonlyMap<string, number>,
): MergedCart {
  const before = new Map(own.map((line) => [line.variationId, line.quantity]));
  const quantities = new Map<string, number>();
  let cappedLines = 0;
  for (const { variationId, quantity } of guest) {
    const had = before.get(variationId) ?? 0;
    const limit = Math.max(had, Math.min(available.get(variationId) ?? 0, MAX_LINE_QUANTITY));
    const sum = Math.min(had + quantity, limit);
    if (sum < had + quantity) cappedLines += 1;
    if (sum > 0) quantities.set(variationId, sum);
  }
  return { quantities, mergedLines: quantities.size, cappedLines };
}

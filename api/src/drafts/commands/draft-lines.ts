import {
  type CatalogReader,
  type CatalogVariation,
  chooseParts,
  defaultParts,
} from '../../catalog';
import { newId } from '../../kernel/ids';
import { currencyExponent, fromDecimal } from '../../kernel/money';
import { percentToPpm } from '../../kernel/percent';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import type { DraftLine } from '../persistence/draft.repository';
import type { DraftDetails } from './draft-inputs';

type WantedLine = NonNullable<DraftDetails['lines']>[number];

/** In which currency prices are, and whether the caller may set any. */
export interface PriceRights {
  readonly currencyCode: string;
  readonly maySetPrices: boolean;
}

/** The lines that were entered, with bundles' parts; refused with the path of every field at fault. */
export async function readLines(
  tx: Transaction,
  catalog: CatalogReader,
  wanted: readonly WantedLine[],
  rights: PriceRights,
): Promise<Result<readonly DraftLine[]>> {
  const ids = wanted.map(({ variationId }) => variationId);
  const known = await catalog.variations(tx.manager, ids);
  const read = wanted.map((line) => readLine(line, known.get(line.variationId), rights));
  const refusals = read.flatMap((line, index) =>
    line.ok ? [] : line.refusals.map((refusal) => within(refusal, 'lines', String(index))),
  );
  if (refusals.length > 0) return refused(...refusals);
  return accepted(read.flatMap((line) => (line.ok ? [line.value] : [])));
}

function readLine(
  line: WantedLine,
  variation: CatalogVariation | undefined,
  rights: PriceRights,
): Result<DraftLine> {
  const { variationId, quantity } = line;
  const parts = readParts(line, variation);
  const price = readPrice(line, rights);
  const refusals = [parts, price].flatMap((each) => (each.ok ? [] : each.refusals));
  if (!parts.ok || !price.ok) return refused(...refusals);
  return accepted({ id: newId(), variationId, quantity, ...price.value, ...parts.value });
}

/** What a bundle's line consists of: what was chosen, or what a shopper gets who chooses nothing. */
function readParts(
  { parts }: WantedLine,
  variation: CatalogVariation | undefined,
): Result<Pick<DraftLine, 'parts'>> {
  if (!variation) return fault('NOT_FOUND', 'The shop has no such goods.', 'variationId');
  const { bundle } = variation;
  if (!bundle) {
    if (!parts || parts.length === 0) return accepted({});
    return fault('INVALID_INPUT', 'This is no bundle: it has no parts.', 'parts');
  }
  const chosen = chooseParts(bundle, parts ?? defaultParts(bundle));
  return chosen.ok ? accepted({ parts: chosen.value }) : chosen;
}

function readPrice(
  { unitPrice, discountPercent }: WantedLine,
  { currencyCode, maySetPrices }: PriceRights,
): Result<Pick<DraftLine, 'unitPriceMinor' | 'discountPpm'>> {
  if (!maySetPrices && (unitPrice != null || discountPercent != null)) {
    const field = unitPrice == null ? 'discountPercent' : 'unitPrice';
    return fault('INVALID_INPUT', 'Setting prices needs the permission PRICING_WRITE.', field);
  }
  const price = unitPrice == null ? undefined : fromDecimal(unitPrice, currencyCode);
  if (unitPrice != null && (!price || price.amountMinor < 0n)) {
    const decimals = currencyExponent(currencyCode);
    const message = `Give an amount of ${currencyCode} with at most ${decimals} decimals.`;
    return fault('INVALID_INPUT', message, 'unitPrice');
  }
  const discountPpm = discountPercent == null ? undefined : percentToPpm(discountPercent);
  if (discountPercent != null && discountPpm === undefined) {
    return fault('INVALID_INPUT', 'Give a percentage from 0 to 100.', 'discountPercent');
  }
  return accepted({
    ...(price && { unitPriceMinor: price.amountMinor.toString() }),
    ...(discountPpm !== undefined && { discountPpm }),
  });
}

function fault(code: 'NOT_FOUND' | 'INVALID_INPUT', message: string, field: string): Result<never> {
  return refused({ code, message, path: [field] });
}

function within(refusal: Refusal, ...path: string[]): Refusal {
  return { ...refusal, path: [...path, ...(refusal.path ?? [])] };
}

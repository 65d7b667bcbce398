import { type CatalogVariation, isOffered } from '../catalog';
import { bundlePrice, type Cost } from '../pricing';
import type { CartPart, LineGoods } from './domain/line-goods';
import type { CartLineRecord } from './persistence/cart-lines';

/** A part of a line with what it is of. */
export interface CartPartView extends CartPart {
  /** Name of the set it was chosen from, as it is called now. */
  readonly choiceName: string;
  readonly variation: CatalogVariation;
}

/** A line with what it is of. */
export interface KnownLine extends Omit<CartLineRecord, 'parts'> {
  readonly variation: CatalogVariation;
  readonly parts?: readonly CartPartView[] | undefined;
  /** Whether the shop still sells it in this form: a bundle may have come to consist of other things. */
  readonly isOffered: boolean;
}

/** A cart line at today's price. */
export interface CartLineView extends KnownLine {
  readonly unitPriceMinor: bigint;
  readonly cost: Cost;
}

type Variations = ReadonlyMap<string, CatalogVariation>;

/** The line with its variations; undefined when the shop no longer has one of them. */
export function knownLine(
  { parts, ...line }: CartLineRecord,
  variations: Variations,
): KnownLine | undefined {
  const variation = variations.get(line.variationId);
  if (!variation) return undefined;
  const known = { ...line, variation, isOffered: isOffered(variation.bundle, parts) };
  if (!parts) return known;
  const views = parts.flatMap((part) => partView(part, variation, variations) ?? []);
  return views.length === parts.length ? { ...known, parts: views } : undefined;
}

function partView(
  part: CartPart,
  { bundle }: CatalogVariation,
  variations: Variations,
): CartPartView | undefined {
  const variation = variations.get(part.variationId);
  const choice = bundle?.choices.find(({ options }) =>
    options.some(({ variationId }) => variationId === part.variationId),
  );
  return variation && { ...part, choiceName: choice?.name ?? '', variation };
}

/**
 * What everybody is asked for one unit of a line, as shops show it: the variation's price, or what a bundle's rule makes
 * of the prices of the parts that were chosen.
 */
export function shownPrice({ variationId, parts }: LineGoods, variations: Variations): bigint {
  const { priceMinor: ownMinor = 0n, bundle } = variations.get(variationId) ?? {};
  if (!bundle || !parts) return ownMinor;
  const sumMinor = parts.reduce(
    (sum, part) =>
      sum + (variations.get(part.variationId)?.priceMinor ?? 0n) * BigInt(part.quantity),
    0n,
  );
  return bundlePrice(bundle.priceRule, { ownMinor, sumMinor });
}

/** The same of a line whose variations are known. */
export function shownPriceOf({ variation, parts }: KnownLine): bigint {
  const variations = new Map((parts ?? []).map((part) => [part.variationId, part.variation]));
  variations.set(variation.id, variation);
  return shownPrice({ variationId: variation.id, parts }, variations);
}

import { accepted, type Refusal, refused, type Result } from '../../kernel/result';

/** How the price of a bundle is made. FIXED is what its own variation costs, price lists included. */
export type BundlePriceRule =
  | { readonly kind: 'SUM' }
  | { readonly kind: 'FIXED' }
  | { readonly kind: 'PERCENT_OFF'; readonly offPpm: number };

/** A variation that may be chosen. */
export interface BundleOption {
  readonly variationId: string;
  /** Units that are chosen for a shopper who chooses nothing. */
  readonly defaultUnits: number;
}

/** One of the sets that a shopper chooses from. No variation stands in two sets of a bundle. */
export interface BundleChoice {
  readonly id: string;
  readonly name: string;
  readonly minUnits: number;
  readonly maxUnits: number;
  readonly options: readonly BundleOption[];
}

/** What a product consists of that is sold as a bundle. */
export interface Bundle {
  readonly priceRule: BundlePriceRule;
  readonly choices: readonly BundleChoice[];
}

/** A part of one unit of a bundle. */
export interface BundlePart {
  readonly choiceId: string;
  readonly variationId: string;
  readonly quantity: number;
}

/** The parts that a shopper gets who chooses nothing. */
export function defaultParts({ choices }: Bundle): BundlePart[] {
  return choices.flatMap(({ id, options }) =>
    options
      .filter(({ defaultUnits }) => defaultUnits > 0)
      .map(({ variationId, defaultUnits }) => ({
        choiceId: id,
        variationId,
        quantity: defaultUnits,
      })),
  );
}

/**
 * The parts that were chosen, each once and in the bundle's own order, so that the same choice is always written the
 * same way. Refused with the path within what was sent.
 */
export function chooseParts(
  { choices }: Bundle,
  wanted: readonly BundlePart[],
): Result<readonly BundlePart[]> {
  const refusals: Refusal[] = [];
  const units = new Map<string, number>();
  for (const [index, { choiceId, variationId, quantity }] of wanted.entries()) {
    const path = ['parts', String(index)];
    const choice = choices.find(({ id }) => id === choiceId);
    if (!choice) {
      refusals.push(notFound('The bundle has no such choice.', [...path, 'choiceId']));
    } else if (!choice.options.some((option) => option.variationId === variationId)) {
      const message = `“${choice.name}” does not offer this.`;
      refusals.push(notFound(message, [...path, 'variationId']));
    } else {
      units.set(variationId, (units.get(variationId) ?? 0) + quantity);
    }
  }
  if (refusals.length > 0) return refused(...refusals);
  const parts = choices.flatMap(({ id, options }) =>
    options.flatMap(({ variationId }): BundlePart[] => {
      const quantity = units.get(variationId) ?? 0;
      return quantity > 0 ? [{ choiceId: id, variationId, quantity }] : [];
    }),
  );
  for (const choice of choices) {
    const chosen = unitsOf(choice, parts);
    if (chosen < choice.minUnits || chosen > choice.maxUnits) {
      refusals.push({ code: 'INVALID_INPUT', message: wish(choice), path: ['parts'] });
    }
  }
  return refusals.length > 0 ? refused(...refusals) : accepted(parts);
}

/** Whether these parts, chosen earlier, can still be bought as this bundle. */
export function isOffered(
  bundle: Bundle | undefined,
  parts: readonly BundlePart[] | undefined,
): boolean {
  if (!bundle || !parts) return !bundle && !parts;
  const choiceOf = new Map(
    bundle.choices.flatMap(({ id, options }) =>
      options.map(({ variationId }) => [variationId, id] as const),
    ),
  );
  const now = parts.map((part) => ({ ...part, choiceId: choiceOf.get(part.variationId) ?? '' }));
  return chooseParts(bundle, now).ok;
}

function unitsOf({ id }: BundleChoice, parts: readonly BundlePart[]): number {
  return parts
    .filter(({ choiceId }) => choiceId === id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

function wish({ name, minUnits, maxUnits }: BundleChoice): string {
  if (minUnits === maxUnits) return `“${name}”: choose ${minUnits}.`;
  if (minUnits === 0) return `“${name}”: choose at most ${maxUnits}.`;
  return `“${name}”: choose ${minUnits} to ${maxUnits}.`;
}

function notFound(message: string, path: readonly string[]): Refusal {
  return { code: 'NOT_FOUND', message, path };
}

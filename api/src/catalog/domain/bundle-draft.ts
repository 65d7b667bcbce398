import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Bundle, BundleChoice, BundlePriceRule } from './bundle';

const MAX_UNITS = 1_000;

/** A set as somebody wants it to be. */
export interface ChoiceDraft {
  readonly name: string;
  readonly minUnits: number;
  readonly maxUnits: number;
  readonly options: readonly { readonly variationId: string; readonly defaultUnits: number }[];
}

/** A bundle as somebody wants it to be, whole. */
export interface BundleDraft {
  readonly priceRule: BundlePriceRule;
  readonly choices: readonly ChoiceDraft[];
}

/** What is known of a variation that shall be part of a bundle. */
export interface KnownPart {
  readonly productId: string;
  readonly isBundle: boolean;
  readonly isGiftCard: boolean;
}

/** What a bundle is to be made of. */
export interface BundlePlan {
  readonly productId: string;
  readonly draft: BundleDraft;
  /** The bundle that it is already; sets of the same name stay the same sets. */
  readonly before: Bundle | undefined;
  readonly parts: ReadonlyMap<string, KnownPart>;
  readonly newId: () => string;
}

/** The bundle, or what stands against it. */
export function planBundle({ productId, draft, before, parts, newId }: BundlePlan): Result<Bundle> {
  const refusals: Refusal[] = [];
  const refuse = (message: string, ...path: (string | number)[]): void => {
    refusals.push({ code: 'INVALID_INPUT', message, path: ['choices', ...path.map(String)] });
  };
  const names = new Set<string>();
  const chosen = new Set<string>();
  for (const [index, choice] of draft.choices.entries()) {
    if (names.has(choice.name)) refuse('Another set has this name.', index, 'name');
    names.add(choice.name);
    for (const problem of problemsOf(choice)) refuse(problem.message, index, problem.field);
    for (const [at, { variationId }] of choice.options.entries()) {
      const message = optionProblem(parts.get(variationId), productId, chosen.has(variationId));
      if (message) refuse(message, index, 'options', at, 'variationId');
      chosen.add(variationId);
    }
  }
  if (!draft.choices.some(({ minUnits }) => minUnits > 0)) {
    refuse('At least one set must not be left out: a bundle consists of something.');
  }
  if (refusals.length > 0) return refused(...refusals);
  const ids = new Map(before?.choices.map(({ name, id }) => [name, id]));
  const choices = draft.choices.map((choice): BundleChoice => ({
    ...choice,
    id: ids.get(choice.name) ?? newId(),
  }));
  return accepted({ priceRule: draft.priceRule, choices });
}

function problemsOf({ minUnits, maxUnits, options }: ChoiceDraft) {
  const problems: { readonly field: string; readonly message: string }[] = [];
  const defaults = options.reduce((sum, { defaultUnits }) => sum + defaultUnits, 0);
  if (maxUnits < Math.max(minUnits, 1) || maxUnits > MAX_UNITS) {
    const message = `The most is at least the least and 1, and at most ${MAX_UNITS}.`;
    problems.push({ field: 'maxQuantity', message });
  }
  if (options.length === 0) {
    problems.push({ field: 'options', message: 'Name something that may be chosen.' });
  } else if (defaults < minUnits || defaults > maxUnits) {
    const message = `The defaults add up to ${defaults}; choose ${minUnits} to ${maxUnits}.`;
    problems.push({ field: 'options', message });
  }
  return problems;
}

function optionProblem(
  part: KnownPart | undefined,
  productId: string,
  isRepeated: boolean,
): string | undefined {
  if (!part) return 'The shop has no such variation.';
  if (isRepeated) return 'A variation can be chosen from one set of a bundle only.';
  if (part.productId === productId) return 'A bundle cannot be part of itself.';
  if (part.isGiftCard) return 'A gift card is sold by itself.';
  return part.isBundle ? 'A bundle cannot be part of another.' : undefined;
}

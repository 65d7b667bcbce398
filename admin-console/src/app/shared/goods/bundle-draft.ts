import { applyEach, type SchemaPathTree, validate } from '@angular/forms/signals';

import { wholeNumberRule } from '../form/rules';
import type { BundlePartsQuery } from './bundle-parts.generated';
import { goodsTitle } from './goods-title';

type Bundle = NonNullable<NonNullable<BundlePartsQuery['product']>['bundle']>;
type Option = Bundle['choices'][number]['options'][number];

/** A part that was chosen for one unit of a bundle. */
export interface ChosenPart {
  readonly choiceId: string;
  readonly variationId: string;
  readonly quantity: number;
  readonly label: string;
}

/** What may be chosen of a set, as it is edited. */
interface OptionDraft {
  readonly variationId: string;
  readonly title: string;
  readonly price: Option['variation']['price'];
  readonly isSoldOut: boolean;
  readonly quantity: string;
}

/** A set of a bundle, as it is edited. */
export interface ChoiceDraft {
  readonly id: string;
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly options: readonly OptionDraft[];
}

/** The parts of one unit of a bundle, as they are edited. */
export interface BundleDraft {
  readonly choices: readonly ChoiceDraft[];
}

/** A bundle, ready to be chosen from: with what was chosen before, or what a shopper gets who chooses nothing. */
export function toBundleDraft(
  bundle: Bundle | null | undefined,
  before: readonly ChosenPart[] | null,
): BundleDraft {
  const unitsOf = ({ defaultQuantity, variation }: Option) =>
    before
      ? (before.find(({ variationId }) => variationId === variation.id)?.quantity ?? 0)
      : defaultQuantity;
  return {
    choices: (bundle?.choices ?? []).map(({ id, name, minQuantity, maxQuantity, options }) => ({
      id,
      name,
      least: minQuantity,
      most: maxQuantity,
      options: options.map((option) => ({
        variationId: option.variation.id,
        title: goodsTitle(option.variation.product, option.variation),
        price: option.variation.price,
        isSoldOut: option.variation.availability === 'OUT_OF_STOCK',
        quantity: String(unitsOf(option)),
      })),
    })),
  };
}

/** What was chosen, one part for each thing of which there is a unit. */
export function chosenParts({ choices }: BundleDraft): ChosenPart[] {
  return choices.flatMap(({ id: choiceId, options }) =>
    options.flatMap(({ variationId, title, quantity }) => {
      const units = Number(quantity);
      const label = `${units} × ${title}`;
      return units > 0 ? [{ choiceId, variationId, quantity: units, label }] : [];
    }),
  );
}

/** What a set asks for, such as "Choose 3" or "Choose up to 2". */
export function choiceWish({ least, most }: Pick<ChoiceDraft, 'least' | 'most'>): string {
  if (least === most) return `Choose ${least}`;
  return least === 0 ? `Choose up to ${most}` : `Choose ${least} to ${most}`;
}

/** How many units are chosen of a set. */
export function unitsIn({ options }: Pick<ChoiceDraft, 'options'>): number {
  return options.reduce((sum, { quantity }) => sum + (Number(quantity) || 0), 0);
}

/** Each set has as many units as it asks for. */
export function bundleRules(path: SchemaPathTree<BundleDraft>): void {
  applyEach(path.choices, (choice) => {
    applyEach(choice.options, (option) => wholeNumberRule(option.quantity, 0, 1_000));
    validate(choice, ({ value }) => {
      const units = unitsIn(value());
      return units >= value().least && units <= value().most
        ? undefined
        : { kind: 'units', message: `${choiceWish(value())}; these are ${units}.` };
    });
  });
}

import { applyEach, type SchemaPathTree, validate } from '@angular/forms/signals';

import { wholeNumberRule } from '../form/rules';
import { formatMoney } from '../format/money';
import type { ChosenBundleFragment } from './bundle-parts.generated';
import { goodsTitle } from './goods-title';

type Choice = ChosenBundleFragment['choices'][number];
type Option = Choice['options'][number];

/** A part that was chosen for one unit of a bundle. */
export interface ChosenPart {
  readonly choiceId: string;
  readonly variationId: string;
  readonly quantity: number;
  /** Its units and its title, for people. */
  readonly label: string;
}

/** What one unit of a bundle consists of, as it is chosen. */
export interface PartsForm {
  readonly choices: readonly ChoiceForm[];
}

/** A set of which some units are chosen. */
export interface ChoiceForm {
  readonly id: string;
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** What is chosen where one alone can be; empty for nothing. */
  readonly one: string;
  readonly options: readonly OptionForm[];
}

/** Something that may be chosen, with its units. */
export interface OptionForm {
  readonly variationId: string;
  readonly title: string;
  /** What it costs and whether it can be had. */
  readonly about: string;
  readonly units: string;
}

/** A bundle, ready to be chosen from: with what was chosen before, or what a shopper gets who chooses nothing. */
export function toPartsForm(
  { choices, priceRule }: ChosenBundleFragment,
  chosen: readonly ChosenPart[] | null,
): PartsForm {
  const unitsOf = (choice: Choice, { defaultQuantity, variation }: Option) =>
    chosen
      ? (chosen.find((part) => part.choiceId === choice.id && part.variationId === variation.id)
          ?.quantity ?? 0)
      : defaultQuantity;
  return {
    choices: choices.map((choice) => ({
      id: choice.id,
      name: choice.name,
      least: choice.minQuantity,
      most: choice.maxQuantity,
      one: choice.options.find((option) => unitsOf(choice, option) > 0)?.variation.id ?? '',
      options: choice.options.map((option) => ({
        variationId: option.variation.id,
        title: goodsTitle(option.variation.product, option.variation),
        about: [
          ...(priceRule.kind === 'FIXED' ? [] : [formatMoney(option.variation.price)]),
          ...stockOf(option),
        ].join(', '),
        units: String(unitsOf(choice, option)),
      })),
    })),
  };
}

/** The parts that were chosen. */
export function toParts({ choices }: PartsForm): ChosenPart[] {
  return choices.flatMap((choice) =>
    choice.options.flatMap(({ variationId, title, units }) => {
      const quantity = isOneOf(choice) ? Number(choice.one === variationId) : Number(units);
      const label = `${quantity} × ${title}`;
      return quantity > 0 ? [{ choiceId: choice.id, variationId, quantity, label }] : [];
    }),
  );
}

/** Whether one alone is chosen, or nothing. */
export function isOneOf({ most }: Pick<ChoiceForm, 'most'>): boolean {
  return most === 1;
}

/** Whether a bundle leaves anything to choose. */
export function leavesChoice({ choices }: ChosenBundleFragment): boolean {
  return choices.some(
    ({ options, minQuantity, maxQuantity }) => options.length > 1 || minQuantity !== maxQuantity,
  );
}

/** How many may be chosen, in words. */
export function ruleOf({ least, most }: ChoiceForm): string {
  if (least === most) return `choose ${most}`;
  return least === 0 ? `up to ${most}` : `choose ${least} to ${most}`;
}

/** What must be right before parts are taken. */
export function partsRules(path: SchemaPathTree<PartsForm>): void {
  applyEach(path.choices, (choice) => {
    validate(choice.one, ({ value, valueOf }) => {
      const { least, most } = valueOf(choice);
      return isOneOf({ most }) && least > 0 && !value()
        ? { kind: 'required', message: 'Choose one.' }
        : undefined;
    });
    applyEach(choice.options, (option) => {
      wholeNumberRule(option.units, 0, 100_000);
    });
    validate(choice.options, ({ value, valueOf }) => {
      const { least, most } = valueOf(choice);
      const units = value().reduce((sum, each) => sum + Number(each.units), 0);
      if (isOneOf({ most }) || Number.isNaN(units)) return undefined;
      if (units < least) return { kind: 'few', message: `Choose ${least - units} more.` };
      return units > most ? { kind: 'many', message: `Choose ${units - most} less.` } : undefined;
    });
  });
}

function stockOf({ variation: { availability, lowStockQuantity } }: Option): string[] {
  if (availability === 'OUT_OF_STOCK') return ['sold out'];
  return lowStockQuantity === null ? [] : [`only ${lowStockQuantity} left`];
}

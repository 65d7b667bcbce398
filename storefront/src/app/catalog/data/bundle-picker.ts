import type { Availability, BundlePriceKind } from '#shared/graphql/types.generated';
import { lessPercent, type Money, sumMoney } from '#shared/money/money';

/** What the picker needs to know of a bundle. */
export interface PickableBundle<P extends PickablePart = PickablePart> {
  readonly priceRule: { readonly kind: BundlePriceKind; readonly percentOff: string | null };
  readonly choices: readonly PickableChoice<P>[];
}

/** A set of which some units are chosen. */
export interface PickableChoice<P extends PickablePart = PickablePart> {
  readonly id: string;
  readonly name: string;
  readonly minQuantity: number;
  readonly maxQuantity: number;
  readonly options: readonly { readonly defaultQuantity: number; readonly variation: P }[];
}

/** What may be chosen for a bundle. */
export interface PickablePart {
  readonly id: string;
  readonly sku: string;
  readonly availability: Availability;
  readonly lowStockQuantity: number | null;
  readonly price: Money;
}

/** A part that was chosen, as it is put into a cart. */
export interface ChosenPart {
  readonly choiceId: string;
  readonly variationId: string;
  readonly quantity: number;
}

/** How many units of what a bundle shall consist of. */
export type Parts = readonly ChosenPart[];

/** A set as it stands: how many are chosen, and what is wrong with that. */
export interface ChoiceState<P extends PickablePart = PickablePart> {
  readonly id: string;
  readonly name: string;
  /** How many may be chosen, in words. */
  readonly rule: string;
  readonly chosen: number;
  readonly control: 'fixed' | 'one' | 'many';
  readonly isOptional: boolean;
  readonly problem: string | null;
  readonly options: readonly OptionState<P>[];
}

/** Something that may be chosen, as it stands beside what is chosen already. */
export interface OptionState<P extends PickablePart = PickablePart> {
  readonly variation: P;
  readonly quantity: number;
  /** Most units that can be chosen now. */
  readonly most: number;
  readonly isSoldOut: boolean;
}

/** The parts as far as an address gives them; where it says nothing usable of a set, the set's defaults. */
export function readParts(
  bundle: PickableBundle,
  params: Readonly<Record<string, string | undefined>>,
): Parts {
  return bundle.choices.flatMap((choice, index) => {
    const given = params[paramOf(index)];
    const read = given === undefined ? undefined : readChoice(choice, given);
    return read ?? defaultsOf(choice);
  });
}

/** The query parameters that hold the parts; a set at its defaults is taken out of the address. */
export function partsParams(bundle: PickableBundle, parts: Parts): Record<string, string | null> {
  return Object.fromEntries(
    bundle.choices.map((choice, index) => {
      const text = writeChoice(choice, parts);
      return [paramOf(index), text === writeChoice(choice, defaultsOf(choice)) ? null : text];
    }),
  );
}

/** The parts with another number of units of one. Where one alone can be chosen, it replaces the other. */
export function setPart(
  choice: PickableChoice,
  parts: Parts,
  variationId: string | null,
  quantity: number,
): Parts {
  const isReplaced = ({ choiceId, variationId: other }: ChosenPart) =>
    choiceId === choice.id && (choice.maxQuantity === 1 || other === variationId);
  const rest = parts.filter((part) => !isReplaced(part));
  return variationId === null || quantity === 0
    ? rest
    : [...rest, { choiceId: choice.id, variationId, quantity }];
}

/** Each set and what is in it, as it stands beside what is chosen. */
export function choiceStates<P extends PickablePart>(
  bundle: PickableBundle<P>,
  parts: Parts,
): ChoiceState<P>[] {
  return bundle.choices.map((choice) => {
    const own = parts.filter(({ choiceId }) => choiceId === choice.id);
    const chosen = own.reduce((sum, { quantity }) => sum + quantity, 0);
    const options = choice.options.map(({ variation }) => {
      const quantity = own.find(({ variationId }) => variationId === variation.id)?.quantity ?? 0;
      const isSoldOut = variation.availability === 'OUT_OF_STOCK';
      const left = isSoldOut ? 0 : (variation.lowStockQuantity ?? choice.maxQuantity);
      const free = choice.maxQuantity - chosen + quantity;
      return { variation, quantity, isSoldOut, most: Math.max(0, Math.min(left, free)) };
    });
    const soldOut = options.find(({ quantity, isSoldOut }) => quantity > 0 && isSoldOut);
    return {
      id: choice.id,
      name: choice.name,
      rule: ruleText(choice),
      chosen,
      control: controlOf(choice),
      isOptional: choice.minQuantity === 0,
      problem: soldOut
        ? 'What you chose is sold out. Choose something else.'
        : quantityProblem(choice, chosen),
      options,
    };
  });
}

/** What one bundle of these parts costs; `own` is the price of the bundle's own variation. */
export function bundlePrice(bundle: PickableBundle, parts: Parts, own: Money): Money {
  const { kind, percentOff } = bundle.priceRule;
  if (kind === 'FIXED') return own;
  const sum = sumMoney(
    bundle.choices.flatMap(({ id, options }) =>
      options.flatMap(({ variation }) =>
        parts
          .filter((part) => part.choiceId === id && part.variationId === variation.id)
          .map(({ quantity }) => ({ money: variation.price, times: quantity })),
      ),
    ),
  );
  if (!sum) return { ...own, amount: '0' };
  return kind === 'PERCENT_OFF' ? lessPercent(sum, percentOff ?? '0') : sum;
}

function defaultsOf(choice: PickableChoice): Parts {
  return choice.options
    .filter(({ defaultQuantity }) => defaultQuantity > 0)
    .map(({ defaultQuantity, variation }) => ({
      choiceId: choice.id,
      variationId: variation.id,
      quantity: defaultQuantity,
    }));
}

function readChoice(choice: PickableChoice, text: string): Parts | undefined {
  const parts = text
    .split(',')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [sku, units = '1'] = entry.split('*');
      const variationId = choice.options.find(({ variation }) => variation.sku === sku)?.variation
        .id;
      return { choiceId: choice.id, variationId, quantity: Number(units) };
    });
  const total = parts.reduce((sum, { quantity }) => sum + quantity, 0);
  const isUsable =
    total <= choice.maxQuantity &&
    parts.every(({ variationId, quantity }) => variationId && Number.isInteger(quantity)) &&
    parts.every(({ quantity }) => quantity > 0) &&
    new Set(parts.map(({ variationId }) => variationId)).size === parts.length;
  return isUsable
    ? parts.map((part) => ({ ...part, variationId: part.variationId ?? '' }))
    : undefined;
}

function writeChoice(choice: PickableChoice, parts: Parts): string {
  return choice.options
    .flatMap(({ variation }) =>
      parts
        .filter(
          ({ choiceId, variationId }) => choiceId === choice.id && variationId === variation.id,
        )
        .map(({ quantity }) => (quantity === 1 ? variation.sku : `${variation.sku}*${quantity}`)),
    )
    .join(',');
}

function paramOf(index: number): string {
  return `choice-${index + 1}`;
}

function controlOf({ minQuantity, maxQuantity, options }: PickableChoice): ChoiceState['control'] {
  const [only] = options;
  const isFixed =
    options.length === 1 && minQuantity === maxQuantity && only?.defaultQuantity === minQuantity;
  if (isFixed) return 'fixed';
  return maxQuantity === 1 ? 'one' : 'many';
}

function ruleText({ minQuantity, maxQuantity }: PickableChoice): string {
  if (minQuantity === maxQuantity) return `choose ${minQuantity}`;
  return minQuantity === 0 ? `up to ${maxQuantity}` : `choose ${minQuantity} to ${maxQuantity}`;
}

function quantityProblem(
  { minQuantity, maxQuantity }: PickableChoice,
  chosen: number,
): string | null {
  if (chosen < minQuantity) return `Choose ${minQuantity - chosen} more.`;
  return chosen > maxQuantity ? `Choose ${chosen - maxQuantity} less.` : null;
}

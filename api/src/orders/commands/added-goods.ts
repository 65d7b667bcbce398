import type { EntityManager } from 'typeorm';

import {
  type CatalogReader,
  type CatalogVariation,
  chooseParts,
  defaultParts,
} from '../../catalog';
import { accepted, refused, type Result } from '../../kernel/result';
import type { BasketLine } from '../../pricing';
import type { OrderLineEntity } from '../persistence/order.entity';

type Variations = ReadonlyMap<string, CatalogVariation>;
type Bundle = NonNullable<CatalogVariation['bundle']>;

/** A part that is chosen for one unit of a bundle. */
interface ChosenPart {
  readonly choiceId: string;
  readonly variationId: string;
  readonly quantity: number;
}

/** Units to be sold in addition. */
export interface AddedUnits {
  readonly variationId: string;
  readonly quantity: number;
  /** What was chosen of a bundle; left out, what a shopper gets who chooses nothing. */
  readonly parts?: readonly ChosenPart[] | undefined;
  /** The line that they are more of, if they are: they have its price and its parts. */
  readonly moreOf?: OrderLineEntity;
  /** Where the input asks for it, unless it is the list of what is added. */
  readonly path?: readonly string[];
}

/** Goods that the shop has, ready to be priced. */
export interface AddedGoods extends BasketLine {
  readonly variation: CatalogVariation;
  /** What one unit consists of, where it is a bundle. */
  readonly parts?: readonly {
    readonly choiceName: string;
    readonly variation: CatalogVariation;
    readonly quantity: number;
  }[];
}

/** Undefined for what is no bundle. */
type ChosenParts = readonly ChosenPart[] | undefined;

interface ChosenGoods {
  readonly variation: CatalogVariation;
  readonly parts: ChosenParts;
  readonly quantity: number;
  readonly fixedPriceMinor: bigint | undefined;
}

/** Looks up what is to be added; refused with the path of everything that the shop does not sell in this form. */
export async function readAddedGoods(
  manager: EntityManager,
  catalog: CatalogReader,
  added: readonly AddedUnits[],
): Promise<Result<readonly AddedGoods[]>> {
  const wanted = added.map(({ variationId }) => variationId);
  const variations = await catalog.variations(manager, wanted);
  const chosen = added.map((units, index) => chooseGoods(units, index, variations));
  const refusals = chosen.flatMap((each) => (each.ok ? [] : each.refusals));
  if (refusals.length > 0) return refused(...refusals);
  const goods = chosen.flatMap((each) => (each.ok ? [each.value] : []));
  const partIds = goods.flatMap(({ parts = [] }) => parts.map((part) => part.variationId));
  const known =
    partIds.length > 0 ? await catalog.variations(manager, [...new Set(partIds)]) : variations;
  return accepted(goods.map((each, index) => toGoods(String(index), each, known)));
}

function chooseGoods(
  units: AddedUnits,
  index: number,
  variations: Variations,
): Result<ChosenGoods> {
  const { variationId, quantity, moreOf, path = ['added', String(index)] } = units;
  const variation = variations.get(variationId);
  if (!variation) {
    return refused({ code: 'NOT_FOUND', message: 'There is no such variation.', path });
  }
  const { bundle } = variation;
  const chosen = moreOf ? chooseAgain(moreOf, bundle) : choose(bundle, units.parts);
  if (chosen.ok) {
    const fixedPriceMinor = moreOf?.unitPriceMinor;
    return accepted({ variation, quantity, fixedPriceMinor, parts: chosen.value });
  }
  return refused(
    ...chosen.refusals.map((refusal) => ({ ...refusal, path: [...path, ...(refusal.path ?? [])] })),
  );
}

function choose(bundle: Bundle | undefined, parts: AddedUnits['parts']): Result<ChosenParts> {
  if (bundle) return chooseParts(bundle, parts ?? defaultParts(bundle));
  if (!parts || parts.length === 0) return accepted(undefined);
  const message = 'This is no bundle: it has no parts.';
  return refused({ code: 'INVALID_INPUT', message, path: ['parts'] });
}

/** A line keeps its parts, not the sets that they were chosen from: these may be others by now. */
function chooseAgain({ parts }: OrderLineEntity, bundle: Bundle | undefined): Result<ChosenParts> {
  const same = parts.map(({ variationId, quantity }) => {
    const choice = bundle && choiceOf(bundle, variationId);
    return { variationId, quantity, choiceId: choice?.id ?? '' };
  });
  const wasBundle = parts.length > 0;
  const again = wasBundle === Boolean(bundle) ? choose(bundle, same) : undefined;
  if (again?.ok) return again;
  const message = 'The shop no longer sells this as it was sold: add it anew.';
  return refused({ code: 'INVALID_INPUT', message });
}

function choiceOf({ choices }: Bundle, variationId: string) {
  return choices.find(({ options }) =>
    options.some((option) => option.variationId === variationId),
  );
}

function toGoods(
  id: string,
  { variation, parts, ...goods }: ChosenGoods,
  variations: Variations,
): AddedGoods {
  const { id: variationId, productId, basePriceMinor, bundle } = variation;
  const line = { id, variationId, productId, basePriceMinor, variation, ...goods };
  if (!parts || !bundle) return line;
  const views = parts.flatMap((part) => {
    const found = variations.get(part.variationId);
    const choiceName = choiceOf(bundle, part.variationId)?.name ?? '';
    return found ? [{ choiceName, variation: found, quantity: part.quantity }] : [];
  });
  const priced = views.map(({ variation: { id: partId, ...part }, quantity }) => ({
    variationId: partId,
    productId: part.productId,
    basePriceMinor: part.basePriceMinor,
    quantity,
  }));
  return { ...line, parts: views, bundle: { rule: bundle.priceRule, parts: priced } };
}

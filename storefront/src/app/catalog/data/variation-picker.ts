import type { Availability } from '#shared/graphql/types.generated';

/** What the picker needs to know of a product. */
export interface PickableProduct<V extends PickableVariation = PickableVariation> {
  readonly options: readonly {
    readonly name: string;
    readonly values: readonly { readonly name: string; readonly swatch?: string | null }[];
  }[];
  readonly variations: readonly V[];
}

/** What the picker needs to know of a variation. */
export interface PickableVariation {
  readonly sku: string;
  readonly availability: Availability;
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
}

/** The chosen value of each option that has one. */
export type Selection = Readonly<Record<string, string>>;

/** One value in the picker, as it stands beside the present selection. */
export interface PickerValue {
  readonly name: string;
  readonly swatch?: string | null;
  readonly isSelected: boolean;
  /** Whether it exists together with the other chosen values; if not, choosing it drops those. */
  readonly isCompatible: boolean;
  /** Whether all it could still become is out of stock. */
  readonly isSoldOut: boolean;
}

/** One option in the picker. */
export interface PickerOption {
  readonly name: string;
  readonly selected?: string;
  readonly values: readonly PickerValue[];
}

/** The selection as far as an address gives it: by option values or by the SKU of a variation. */
export function readSelection(
  product: PickableProduct,
  params: Readonly<Record<string, string | undefined>>,
): Selection {
  const bySku = product.variations.find(({ sku }) => sku === params['sku']);
  if (bySku) return selectionOf(bySku);

  let selection: Selection = {};
  for (const { name, values } of product.options) {
    const wanted = params[slugOf(name)];
    const value =
      values.length === 1
        ? values[0]
        : values.find((candidate) => slugOf(candidate.name) === wanted);
    if (value && exists(product, { ...selection, [name]: value.name })) {
      selection = { ...selection, [name]: value.name };
    }
  }
  return selection;
}

/** The query parameters that hold a selection; an option without a value is taken out of the address. */
export function selectionParams(
  product: PickableProduct,
  selection: Selection,
): Record<string, string | null> {
  const params: Record<string, string | null> = { sku: null };
  for (const { name, values } of product.options) {
    const value = selection[name];
    params[slugOf(name)] = value && values.length > 1 ? slugOf(value) : null;
  }
  return params;
}

/** The selection after choosing a value. Chosen values that do not exist beside it are dropped. */
export function choose(
  product: PickableProduct,
  selection: Selection,
  option: string,
  value: string,
): Selection {
  let next: Selection = { [option]: value };
  for (const { name } of product.options) {
    const kept = selection[name];
    if (name !== option && kept && exists(product, { ...next, [name]: kept })) {
      next = { ...next, [name]: kept };
    }
  }
  return next;
}

/** Each option and value as it stands beside the present selection. */
export function pickerOptions(product: PickableProduct, selection: Selection): PickerOption[] {
  return product.options.map(({ name, values }) => ({
    name,
    selected: selection[name],
    values: values.map((value) => {
      const matches = openVariations(product, { ...selection, [name]: value.name });
      const reachable =
        matches.length > 0 ? matches : openVariations(product, { [name]: value.name });
      return {
        ...value,
        isSelected: selection[name] === value.name,
        isCompatible: matches.length > 0,
        isSoldOut: reachable.every(({ availability }) => availability === 'OUT_OF_STOCK'),
      };
    }),
  }));
}

/** The variation that a complete selection means. */
export function selectedVariation<V extends PickableVariation>(
  product: PickableProduct<V>,
  selection: Selection,
): V | undefined {
  if (missingOptions(product, selection).length > 0) return undefined;
  return product.variations.find((variation) => matches(variation, selection));
}

/** The variations that the choices made so far leave open. */
export function openVariations<V extends PickableVariation>(
  product: PickableProduct<V>,
  selection: Selection,
): V[] {
  return product.variations.filter((variation) => matches(variation, selection));
}

/** The picture that the choices made so far agree on, such as that of a colour in every size. */
export function sharedImage<I extends { readonly id: string }>(
  product: PickableProduct<PickableVariation & { readonly image?: I | null }>,
  selection: Selection,
): I | undefined {
  const images = openVariations(product, selection).map(({ image }) => image);
  const [first] = images;
  return first && images.every((image) => image?.id === first.id) ? first : undefined;
}

/** The options that still want a value, in the product's order. */
export function missingOptions(product: PickableProduct, selection: Selection): string[] {
  return product.options.map(({ name }) => name).filter((name) => !selection[name]);
}

function selectionOf({ selectedOptions }: PickableVariation): Selection {
  return Object.fromEntries(selectedOptions.map(({ name, value }) => [name, value]));
}

function exists(product: PickableProduct, selection: Selection): boolean {
  return openVariations(product, selection).length > 0;
}

function matches({ selectedOptions }: PickableVariation, selection: Selection): boolean {
  return selectedOptions.every(({ name, value }) => (selection[name] ?? value) === value);
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

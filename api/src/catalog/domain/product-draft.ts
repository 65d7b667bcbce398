/** A product as somebody wants it to be, whole. */
export interface ProductDraft {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly basePriceMinor: number;
  readonly options: readonly OptionDraft[];
  readonly variations: readonly VariationDraft[];
  /** Slugs of collections. */
  readonly collections: readonly string[];
  /** Media assets in display order. */
  readonly imageIds: readonly string[];
  readonly featuredRank?: number;
  readonly createdAt?: Date;
}

export interface OptionDraft {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly swatch?: string }[];
}

export interface VariationDraft {
  readonly sku: string;
  /** One value per option, in the order of the options. */
  readonly values: readonly string[];
  readonly priceModifierMinor: number;
  /** What one unit weighs; what was known stays where nothing is said. */
  readonly weightGrams?: number;
  readonly imageId?: string;
}

/** What is wrong with a draft, and where. */
export interface DraftProblem {
  readonly message: string;
  readonly path: readonly string[];
}

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}

function variationProblem(draft: ProductDraft, variation: VariationDraft): string | undefined {
  if (variation.values.length !== draft.options.length) {
    return `${variation.sku} needs one value for each of the ${draft.options.length} options.`;
  }
  const unknown = draft.options.find(
    ({ values }, index) => !values.some(({ name }) => name === variation.values[index]),
  );
  if (unknown)
    return `${variation.sku} has a value that the option ${unknown.name} does not offer.`;
  if (draft.basePriceMinor + variation.priceModifierMinor < 0) {
    return `${variation.sku} would cost less than nothing.`;
  }
  return undefined;
}

/** Everything that keeps a draft from becoming a product; empty when nothing does. */
export function problemsOf(draft: ProductDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const { options, variations } = draft;
  if (variations.length === 0) {
    problems.push({ message: 'A product has at least one variation.', path: ['variations'] });
  }
  const twiceNamed =
    repeated(options.map(({ name }) => name)) ??
    options.map(({ values }) => repeated(values.map(({ name }) => name))).find(Boolean);
  if (twiceNamed !== undefined) {
    problems.push({ message: `${twiceNamed} is named twice.`, path: ['options'] });
  }
  const sku = repeated(variations.map((variation) => variation.sku));
  if (sku !== undefined) {
    problems.push({ message: `The SKU ${sku} is given twice.`, path: ['variations'] });
  }
  const combination = repeated(variations.map(({ values }) => JSON.stringify(values)));
  if (combination !== undefined) {
    problems.push({
      message: `${variationTitle(JSON.parse(combination) as string[])} is given twice.`,
      path: ['variations'],
    });
  }
  variations.forEach((variation, index) => {
    const message = variationProblem(draft, variation);
    if (message !== undefined) problems.push({ message, path: ['variations', String(index)] });
  });
  return problems;
}

/** What a variation is called: its values joined, or "Default" when there is nothing to choose. */
export function variationTitle(values: readonly string[]): string {
  return values.length === 0 ? 'Default' : values.join(' / ');
}

/** What a variation costs: the product's base price plus the variation's modifier. */
export function priceOfVariation(
  product: Pick<ProductDraft, 'basePriceMinor'>,
  variation: Pick<VariationDraft, 'priceModifierMinor'>,
): number {
  return product.basePriceMinor + variation.priceModifierMinor;
}

/** The lowest and the highest price among a draft's variations. */
export function priceRangeOf(draft: ProductDraft): { lowest: number; highest: number } {
  const prices = draft.variations.map((variation) => priceOfVariation(draft, variation));
  return { lowest: Math.min(...prices), highest: Math.max(...prices) };
}

/** A product as the catalog's command takes it. */
export interface PlannedProduct {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly basePriceMinor: number;
  readonly options: readonly {
    readonly name: string;
    readonly values: readonly { readonly name: string }[];
  }[];
  readonly variations: readonly {
    readonly sku: string;
    readonly values: readonly string[];
    readonly priceModifierMinor: number;
  }[];
  readonly collections: readonly string[];
  readonly featuredRank: number;
}

/** What is searched for; each word is in the titles of a hundred products. */
export const moods = [
  ...['Amber', 'Coastal', 'Crimson', 'Faded', 'Gilded'],
  ...['Hidden', 'Indigo', 'Lunar', 'Quiet', 'Wild'],
] as const;
const motifs = [
  ...['Harbour', 'Lantern', 'Meadow', 'Orchard', 'Pagoda'],
  ...['River', 'Sparrow', 'Thistle', 'Viaduct', 'Windmill'],
] as const;
const kinds = [
  ...['Poster', 'Notebook', 'Cushion', 'Mug', 'Calendar'],
  ...['Tray', 'Apron', 'Lampshade', 'Postcard', 'Tote'],
] as const;
const sizes = ['A5', 'A4', 'A3', 'A2'] as const;

/** 1,000 products with 4 variations each, the same ones every time. */
export function planProducts(): PlannedProduct[] {
  return kinds.flatMap((kind, k) =>
    motifs.flatMap((motif, m) =>
      moods.map((mood, n) => planProduct(`${mood} ${motif} ${kind}`, kind, k + 10 * m + 100 * n)),
    ),
  );
}

/** The collections that they are in. */
export function planCollections() {
  return kinds.map((kind, index) => ({
    slug: kind.toLowerCase(),
    title: `${kind}s`,
    position: index + 1,
  }));
}

function planProduct(title: string, kind: string, index: number): PlannedProduct {
  const code = String(index).padStart(4, '0');
  return {
    slug: title.toLowerCase().replaceAll(' ', '-'),
    title,
    description: `${title}, drawn by hand and printed in small numbers.\n\nEvery sheet is looked at before it leaves the workshop, wrapped in recycled paper and sent flat.`,
    attributes: [
      { name: 'Material', value: 'Uncoated stock, 240 g' },
      { name: 'Made in', value: 'London' },
    ],
    basePriceMinor: 900 + ((index * 37) % 4_000),
    options: [{ name: 'Size', values: sizes.map((name) => ({ name })) }],
    variations: sizes.map((size, step) => ({
      sku: `BENCH-${code}-${size}`,
      values: [size],
      priceModifierMinor: step * 400,
    })),
    collections: [kind.toLowerCase()],
    featuredRank: index + 1,
  };
}

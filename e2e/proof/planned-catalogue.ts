/** Words that titles are made of, unlike enough that a search for one finds no other by a near miss. */
export const titleWords = [
  ...['kestrel', 'bramble', 'quartz', 'lantern', 'mosaic'],
  ...['vellum', 'harbour', 'juniper', 'ochre', 'windmill'],
] as const;

/** The collections of the catalogue. */
export const plannedCollections = ['prints', 'cards', 'books'].map((slug, index) => ({
  slug,
  title: slug,
  position: index + 1,
}));

const productCount = 24;
const onHandOf = [0, 3, 20, 6] as const;

/** A title says which product it is of, and which version. */
export function titleOf(word: string, code: string, version: number): string {
  return `${word} ${code} v${version}`;
}

/** The products as the catalogue's command takes them, every time the same. */
export function plannedProducts() {
  return Array.from({ length: productCount }, (_, index) => {
    const code = `p${String(index).padStart(2, '0')}`;
    const word = titleWords[index % titleWords.length] as string;
    return {
      slug: code,
      title: titleOf(word, code, 0),
      description: `${code} v0`,
      basePriceMinor: 1_000 + index,
      options: [{ name: 'Size', values: [{ name: 'Small' }, { name: 'Large' }] }],
      variations: ['Small', 'Large'].map((size, which) => ({
        sku: `${code.toUpperCase()}-${size.toUpperCase()}`,
        values: [size],
        priceModifierMinor: which * 500,
        onHand: onHandOf[(index + which) % onHandOf.length] ?? 0,
      })),
      collections: plannedCollections
        .filter((_each, which) => index % (which + 2) === 0)
        .map(({ slug }) => slug),
      featuredRank: index + 1,
    };
  });
}

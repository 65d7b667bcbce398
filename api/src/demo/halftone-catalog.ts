import { CARDS } from './catalog/cards';
import { FABRICS } from './catalog/fabrics';
import { GIFT_WRAP } from './catalog/gift-wrap';
import { MUGS } from './catalog/mugs';
import { NOTEBOOKS } from './catalog/notebooks';
import { POSTERS } from './catalog/posters';
import { SETS } from './catalog/sets';
import { T_SHIRTS } from './catalog/t-shirts';
import { TILES } from './catalog/tiles';
import type { DemoCollection, DemoProduct, DemoVariation } from './demo-catalog.types';
import { Random } from './pictures/random';

/** The collections of the demo shop, in the order of its menu. */
export const HALFTONE_COLLECTIONS: readonly DemoCollection[] = [
  {
    slug: 'posters',
    title: 'Posters',
    description:
      'Drawn, screened and printed in the studio on heavy recycled paper. Take them bare or in a frame, ready to hang.',
    coverProduct: 'low-tide-poster',
  },
  {
    slug: 'cards',
    title: 'Cards',
    description: 'Folded cotton card, blank inside, with an envelope that matches.',
    coverProduct: 'row-houses-card',
  },
  {
    slug: 'tiles',
    title: 'Tiles',
    description: 'Earthenware tiles, printed under the glaze. Turn them and the pattern changes.',
    coverProduct: 'quarter-turn-tiles',
  },
  {
    slug: 'fabrics',
    title: 'Fabrics',
    description: 'Printed cotton and linen by the metre, for shirts, curtains and Sunday tables.',
    coverProduct: 'picnic-check-fabric',
  },
  {
    slug: 'mugs',
    title: 'Mugs',
    description: 'Stoneware with a pattern all the way round, in glazes that suit it.',
    coverProduct: 'squeeze-mug',
  },
  {
    slug: 't-shirts',
    title: 'T-shirts',
    description: 'Organic jersey, screen printed by hand with water-based inks.',
    coverProduct: 'brass-band-t-shirt',
  },
  {
    slug: 'notebooks',
    title: 'Notebooks',
    description: 'Thread sewn, flat opening, cloth on the spine and a print on the cover.',
    coverProduct: 'field-notes-on-terrazzo-notebook',
  },
  {
    slug: 'gift-wrap',
    title: 'Gift wrap',
    description: 'Recycled paper in sheets and rolls, good enough to iron and use again.',
    coverProduct: 'hooray-gift-wrap',
  },
  {
    slug: 'new-in',
    title: 'New in',
    description: 'Still smelling of ink: what came off the press this season.',
    coverProduct: 'overprint-no-3-poster',
  },
  {
    slug: 'blue-hour',
    title: 'Blue hour',
    description: 'Everything that is blue, from first light to midnight.',
    coverProduct: 'night-shift-poster',
  },
];

/** The products of the demo shop. */
export const HALFTONE_PRODUCTS: readonly DemoProduct[] = [
  ...POSTERS,
  ...CARDS,
  ...TILES,
  ...FABRICS,
  ...MUGS,
  ...T_SHIRTS,
  ...NOTEBOOKS,
  ...GIFT_WRAP,
  ...SETS,
];

function stockOf(product: DemoProduct, sku: string): number {
  if (product.supply === 'none' || product.bundle) return 0;
  const random = new Random(`${sku}-stock`);
  const fate = random.next();
  if (product.supply === 'scarce') return fate < 0.4 ? 0 : random.whole(1, 4);
  if (fate < 0.06) return 0;
  if (fate < 0.15) return random.whole(1, 4);
  return random.whole(12, 90);
}

/** Every combination of a product's option values, in display order. */
export function variationsOf(product: DemoProduct): DemoVariation[] {
  let combinations: Omit<DemoVariation, 'stock'>[] = [
    { sku: product.skuPrefix, values: [], priceModifierMinor: 0 },
  ];
  for (const option of product.options) {
    combinations = combinations.flatMap((combination) =>
      option.values.map((value) => ({
        sku: `${combination.sku}-${value.code}`,
        values: [...combination.values, { option: option.name, value: value.name }],
        priceModifierMinor: combination.priceModifierMinor + value.priceModifierMinor,
      })),
    );
  }
  return combinations.map((variation) => ({
    ...variation,
    stock: stockOf(product, variation.sku),
  }));
}

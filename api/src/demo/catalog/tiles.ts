import { type ProductLine, productsOf } from './product-line';

const LINE: ProductLine = {
  form: 'tiles',
  collection: 'tiles',
  skuPrefix: 'TI',
  noun: 'tiles',
  attributes: [
    { name: 'Size', value: '15 × 15 cm, 8 mm thick' },
    { name: 'Body', value: 'White earthenware, screen printed under the glaze' },
    { name: 'Use', value: 'Indoor walls, splashbacks, trivets' },
    { name: 'Coverage', value: '44 tiles to the square metre, with 2 mm joints' },
  ],
  options: [
    {
      name: 'Pack',
      values: [
        { name: 'Set of 4', code: '4', priceModifierMinor: 0 },
        { name: 'Set of 12', code: '12', priceModifierMinor: 4900 },
        { name: 'Box of 44', code: '44', priceModifierMinor: 21600 },
      ],
    },
    {
      name: 'Glaze',
      values: [
        { name: 'Gloss', code: 'GL', priceModifierMinor: 0 },
        { name: 'Satin', code: 'SA', priceModifierMinor: 300 },
      ],
    },
  ],
};

export const TILES = productsOf(LINE, [
  {
    title: 'Quarter Turn',
    story: [
      'One tile, four directions, and the pattern is never the same wall twice. Lay it by the plan or shut your eyes.',
      'Cobalt and vermilion, the two colours that survive a kiln with their pride intact.',
    ],
    pattern: { family: 'bauhaus', seed: 'quarter-turn', palette: 'cobalt', scale: 2.4 },
    priceMinor: 2800,
    rank: 3,
    since: '2026-03-18',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Harbour Fan',
    story: [
      'The old Japanese wave, seen from a northern quay. Rows of fans lap over each other and break at the joints.',
      'Behind a basin it makes even cold water look intended.',
    ],
    pattern: { family: 'scales', seed: 'harbour-fan', palette: 'harbour', scale: 1.7 },
    priceMinor: 2800,
    rank: 16,
    since: '2026-01-30',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Switchback',
    story: [
      'Two quarter rings to a square, joined by chance into roads that never end. A mathematician drew the first one in 1704.',
      'Terracotta on cream, with an umber dot where a traveller might rest.',
    ],
    pattern: { family: 'truchet', seed: 'switchback', palette: 'clay', scale: 1.8 },
    priceMinor: 2600,
    rank: 21,
    since: '2026-05-13',
  },
  {
    title: 'Milk Terrazzo',
    story: [
      'A stone floor that has gone up the wall. Chips of coral, teal and straw float in white and never touch.',
      'Kinder to bare walls than real terrazzo, and a good deal lighter to carry home.',
    ],
    pattern: { family: 'terrazzo', seed: 'milk-terrazzo', palette: 'blush', scale: 1.5 },
    priceMinor: 2400,
    rank: 27,
    since: '2026-02-19',
  },
  {
    title: 'Basket',
    story: [
      'Flat ribbons go over and under, from one tile into the next, so the joints disappear under the weave.',
      'Made for the wall behind a bread oven; content with a toaster.',
    ],
    pattern: { family: 'weave', seed: 'basket', palette: 'moss', scale: 1.9 },
    priceMinor: 2600,
    rank: 49,
    since: '2026-08-05',
  },
  {
    title: 'Orangery',
    story: [
      'Oranges, lemons and leaves that cross the joints as if the wall were a tree. A small Mediterranean for kitchens that face north.',
      'Under a gloss glaze the fruit looks wet.',
    ],
    pattern: { family: 'citrus', seed: 'orangery', palette: 'citrus', scale: 1.6 },
    priceMinor: 3000,
    rank: 10,
    since: '2026-10-20',
  },
  {
    title: 'Fronds',
    story: [
      'Cut paper, fired for good. Each tile carries four fronds on four grounds and wants to be turned.',
      'Two sets make a splashback; twelve make a conversation.',
    ],
    pattern: { family: 'cutouts', seed: 'fronds', palette: 'cobalt', scale: 1.4 },
    priceMinor: 3000,
    rank: 38,
    since: '2026-06-10',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Chequer Swell',
    story: [
      'A floor pattern that has taken a deep breath. Four tiles turned about their corner make a dome.',
      'The last firing of this design: the screen has cracked, and we have decided to let it.',
    ],
    pattern: { family: 'opart', seed: 'chequer-swell', palette: 'rose', scale: 1.5 },
    priceMinor: 2600,
    rank: 64,
    since: '2026-04-09',
    supply: 'none',
  },
]);

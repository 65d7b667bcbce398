import { type ProductLine, productsOf } from './product-line';

const LINE: ProductLine = {
  form: 'notebook',
  collection: 'notebooks',
  skuPrefix: 'NO',
  noun: 'notebook',
  attributes: [
    { name: 'Pages', value: '160, cream, 100 g/m², numbered' },
    { name: 'Binding', value: 'Thread sewn, opens flat, cloth spine' },
    { name: 'Cover', value: 'Printed paper over board, round corners, elastic' },
  ],
  options: [
    {
      name: 'Size',
      values: [
        { name: 'A6', code: 'A6', priceModifierMinor: 0 },
        { name: 'A5', code: 'A5', priceModifierMinor: 400 },
      ],
    },
    {
      name: 'Pages',
      values: [
        { name: 'Plain', code: 'PL', priceModifierMinor: 0 },
        { name: 'Lined', code: 'LN', priceModifierMinor: 0 },
        { name: 'Dotted', code: 'DT', priceModifierMinor: 100 },
      ],
    },
  ],
};

export const NOTEBOOKS = productsOf(LINE, [
  {
    title: 'Field Notes on Terrazzo',
    story: [
      'Chips of mint, coral and straw on the cover, nothing at all inside. The rest is fieldwork.',
      'Sewn in signatures, so it opens flat and stays there while you look for your pen.',
    ],
    pattern: { family: 'terrazzo', seed: 'field-notes', palette: 'mint', scale: 0.85 },
    priceMinor: 1400,
    rank: 46,
    since: '2026-02-05',
  },
  {
    title: 'Survey Book',
    story: [
      'Contour lines of a coast we made up, for plans that are still at the same stage.',
      'The page numbers are printed; the index is up to you.',
    ],
    pattern: { family: 'contours', seed: 'survey-book', palette: 'harbour' },
    priceMinor: 1400,
    rank: 53,
    since: '2026-03-13',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Basic Course',
    story: [
      'A cover full of elementary shapes for whatever you are teaching yourself this year.',
      'Red spine, blue sequel, and 160 pages on which nobody gives marks.',
    ],
    pattern: { family: 'bauhaus', seed: 'basic-course', palette: 'riso', scale: 0.9 },
    priceMinor: 1500,
    rank: 55,
    since: '2026-10-12',
  },
  {
    title: 'Scissors',
    story: [
      'Fronds cut from painted paper, in plum and orange. A sketchbook that has already made the first bold move.',
      'The paper takes pencil, pen and a careful watercolour.',
    ],
    pattern: { family: 'cutouts', seed: 'scissors', palette: 'plum' },
    priceMinor: 1500,
    rank: 57,
    since: '2026-05-29',
  },
  {
    title: 'Minute Book',
    story: [
      'A green check for meetings, recipes and arguments won later on the stairs.',
      'Slim enough for a jacket in A6, serious enough for a desk in A5.',
    ],
    pattern: { family: 'plaid', seed: 'minute-book', palette: 'moss', scale: 0.7 },
    priceMinor: 1400,
    rank: 61,
    since: '2026-04-30',
  },
  {
    title: 'Sleepless',
    story: [
      'Moons on the cover for thoughts that come at three. Keep it by the bed; the cream pages do not glare.',
      'The elastic has caught many a loose dream.',
    ],
    pattern: { family: 'moons', seed: 'sleepless', palette: 'midnight', scale: 0.9 },
    priceMinor: 1500,
    rank: 59,
    since: '2026-09-08',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Under and Over',
    story: [
      'Woven ribbons in coral, straw and blue, printed so closely that people stroke it to check.',
      'A strong cover for a notebook that travels without a bag.',
    ],
    pattern: { family: 'weave', seed: 'under-and-over', palette: 'riso', scale: 0.85 },
    priceMinor: 1400,
    rank: 65,
    since: '2026-06-05',
  },
  {
    title: 'Ripple',
    story: [
      'A stone has just gone into the pond: rings of dots, blue on paler blue, still travelling when they reach the edge.',
      'For those who begin with one idea and see where it gets to.',
    ],
    pattern: { family: 'halftone', seed: 'ripple-5', palette: 'sky' },
    priceMinor: 1400,
    rank: 62,
    since: '2026-11-10',
    alsoIn: ['blue-hour'],
  },
]);

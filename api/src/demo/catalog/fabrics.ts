import { type ProductLine, productsOf } from './product-line';

const LINE: ProductLine = {
  form: 'fabric',
  collection: 'fabrics',
  skuPrefix: 'FA',
  noun: 'fabric',
  attributes: [
    { name: 'Width', value: '140 cm, pattern to the selvedge' },
    { name: 'Cotton poplin', value: '135 g/m², for shirts, dresses and quilts' },
    { name: 'Linen blend', value: '210 g/m², for cushions, curtains and aprons' },
    { name: 'Care', value: 'Wash at 40 °C, iron while damp, shrinks less than 3 %' },
  ],
  options: [
    {
      name: 'Cloth',
      values: [
        { name: 'Cotton poplin', code: 'CO', priceModifierMinor: 0 },
        { name: 'Linen blend', code: 'LI', priceModifierMinor: 700 },
      ],
    },
    {
      name: 'Length',
      values: [
        { name: '½ m', code: '05', priceModifierMinor: 0 },
        { name: '1 m', code: '10', priceModifierMinor: 1000 },
        { name: '2 m', code: '20', priceModifierMinor: 2900 },
        { name: '5 m', code: '50', priceModifierMinor: 8200 },
      ],
    },
  ],
};

export const FABRICS = productsOf(LINE, [
  {
    title: 'Picnic Check',
    story: [
      'A check that has been out in the sun: coral, navy and a thread of yellow. Warp and weft follow the same order, as in any honest tartan.',
      'Makes a blanket, a summer shirt, or both from three metres.',
    ],
    pattern: { family: 'plaid', seed: 'picnic-check', palette: 'riso', scale: 0.8 },
    priceMinor: 1200,
    rank: 9,
    since: '2026-05-27',
  },
  {
    title: 'Croft Check',
    story: [
      'Moss, straw and bark, in the proportions of a hillside in October. It hides mud, dog hair and most mistakes in sewing.',
      'Our densest print: the twill line is drawn into every stripe.',
    ],
    pattern: { family: 'plaid', seed: 'croft-check', palette: 'moss', scale: 0.75 },
    priceMinor: 1200,
    rank: 45,
    since: '2026-09-24',
  },
  {
    title: 'Hedgerow',
    story: [
      'Sprigs and small flowers in a half-drop repeat, so that no row ever lines up with the next. Curtains of it make a room feel looked after.',
      'The repeat is 18 cm; allow one extra for matching.',
    ],
    pattern: { family: 'meadow', seed: 'hedgerow', palette: 'mint', scale: 0.72 },
    priceMinor: 1300,
    rank: 19,
    since: '2026-03-30',
  },
  {
    title: 'Night Shoal',
    story: [
      'Fish in the dark, each with a lamp of its own colour. A shirt in this has never been mistaken for another guest.',
      'Printed on a navy ground that stays navy after forty washes; we counted.',
    ],
    pattern: { family: 'fish', seed: 'night-shoal', palette: 'midnight', scale: 0.7 },
    priceMinor: 1400,
    rank: 12,
    since: '2026-10-09',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Blossom Orchard',
    story: [
      'Pink citrus on the branch, with the leaves left on. It began as wrapping paper and was promoted.',
      'Lovely as an apron, better as a tablecloth, best on a Sunday.',
    ],
    pattern: { family: 'citrus', seed: 'blossom-orchard', palette: 'blush', scale: 0.62 },
    priceMinor: 1300,
    rank: 28,
    since: '2026-04-14',
  },
  {
    title: 'Side Streets',
    story: [
      'A whole quarter of town houses by the metre. Children find the door they would live behind within a minute.',
      'The houses stand upright along the length, so hang it, do not lay it.',
    ],
    pattern: { family: 'houses', seed: 'side-streets', palette: 'riso', scale: 0.68 },
    priceMinor: 1400,
    rank: 35,
    since: '2026-07-22',
  },
  {
    title: 'River Stones',
    story: [
      'Chips of clay, bark and sage, scattered so that the eye never finds the repeat. A plain cloth for people who do not like plain cloth.',
      'Works at any scale, from a pouch to a pair of sofas.',
    ],
    pattern: { family: 'terrazzo', seed: 'river-stones', palette: 'clay', scale: 0.6 },
    priceMinor: 1200,
    rank: 54,
    since: '2026-02-08',
  },
  {
    title: 'Lapping Fans',
    story: [
      'Rows of fans in cobalt, like a calm sea folded flat. The scale is small enough for a shirt and steady enough for a blind.',
      'Two blues, one screen each, and nothing to hide behind.',
    ],
    pattern: { family: 'scales', seed: 'lapping-fans', palette: 'cobalt', scale: 0.62 },
    priceMinor: 1300,
    rank: 42,
    since: '2026-01-23',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Ribbon Road',
    story: [
      'Endless loops in plum and pink, drawn by the toss of a coin. Up close it is a maze, from afar a texture.',
      'No up and no down: cut it whichever way saves cloth.',
    ],
    pattern: { family: 'truchet', seed: 'ribbon-road', palette: 'plum', scale: 0.6 },
    priceMinor: 1200,
    rank: 58,
    since: '2026-08-19',
    supply: 'scarce',
  },
]);

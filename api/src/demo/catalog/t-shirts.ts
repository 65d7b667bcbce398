import type { DemoOption } from '../demo-catalog.types';
import { type ColourName, colourOption } from './colours';
import { type ProductLine, productsOf } from './product-line';

const SIZE: DemoOption = {
  name: 'Size',
  values: ['XS', 'S', 'M', 'L', 'XL', 'XXL'].map((name) => ({
    name,
    code: name,
    priceModifierMinor: name === 'XXL' ? 200 : 0,
  })),
};

const LINE: ProductLine = {
  form: 't-shirt',
  collection: 't-shirts',
  skuPrefix: 'TS',
  noun: 't-shirt',
  attributes: [
    { name: 'Cloth', value: 'Organic cotton jersey, 180 g/m²' },
    { name: 'Fit', value: 'Straight, unisex; between two sizes, take the smaller' },
    { name: 'Print', value: 'Water-based inks, screen printed by hand' },
    { name: 'Care', value: 'Wash inside out at 30 °C, do not tumble dry' },
  ],
  options: [colourOption('Chalk', 'Ink'), SIZE],
};

const inColours = (...names: readonly ColourName[]): readonly DemoOption[] => [
  colourOption(...names),
  SIZE,
];

export const T_SHIRTS = productsOf(LINE, [
  {
    title: 'Brass Band',
    story: [
      'A sunrise with all its instruments, printed in four passes on the chest. It has stopped strangers in the street, always kindly.',
      'Heavy enough to keep its shape, light enough for the weather it promises.',
    ],
    pattern: { family: 'sunburst', seed: 'brass-band', palette: 'brick' },
    priceMinor: 3200,
    rank: 25,
    since: '2026-05-04',
    options: inColours('Chalk', 'Ink', 'Mustard'),
  },
  {
    title: 'Two Thousand Dots',
    story: [
      'Our ball of dots on a shirt. We pull it through a screen fine enough to hold every one of them, then stand back to check that it is round.',
      'The print softens after three washes and then stays as it is.',
    ],
    pattern: { family: 'halftone', seed: 'lit-ball', palette: 'riso' },
    priceMinor: 3200,
    rank: 30,
    since: '2026-02-24',
    options: inColours('Ink', 'Chalk', 'Clay'),
  },
  {
    title: 'Happy Accident',
    story: [
      'Where two inks overlap you get a third for nothing. Four shapes, four inks, more colours than we paid for.',
      'No two shirts register alike; choose by courage.',
    ],
    pattern: { family: 'risograph', seed: 'happy-accident', palette: 'riso' },
    priceMinor: 3200,
    rank: 34,
    since: '2026-10-23',
    options: inColours('Chalk', 'Sage', 'Charcoal'),
  },
  {
    title: 'Second Summit',
    story: [
      'Range behind range, for people who carry the sandwiches. The sun stays up as long as the shirt is on.',
      'Quick to dry on a rucksack; we know because we walked.',
    ],
    pattern: { family: 'mountains', seed: 'second-summit', palette: 'clay' },
    priceMinor: 3200,
    rank: 43,
    since: '2026-04-06',
    options: inColours('Chalk', 'Clay', 'Ink'),
  },
  {
    title: 'Ink',
    story: [
      'Three letters and a fact about our fingernails. In the striped capitals, across the chest.',
      'The studio uniform, now without the stains.',
    ],
    pattern: { family: 'lettering', seed: 'ink', palette: 'riso', text: 'INK' },
    priceMinor: 2900,
    rank: 48,
    since: '2026-01-16',
    options: inColours('Charcoal', 'Chalk', 'Mustard'),
  },
  {
    title: 'Sea State Four',
    story: [
      'Moderate waves, says the scale; good weather for a shirt. Seven bands of water and a sun that has seen worse.',
      'Printed on the softest jersey we could find that did not curl.',
    ],
    pattern: { family: 'waves', seed: 'sea-state-four', palette: 'cobalt' },
    priceMinor: 3200,
    rank: 37,
    since: '2026-06-29',
    alsoIn: ['blue-hour'],
    options: inColours('Chalk', 'Ink', 'Sky'),
  },
  {
    title: 'Herbarium',
    story: [
      'Four stems and a handful of berries, pressed flat on cotton instead of blotting paper.',
      'Grows on people.',
    ],
    pattern: { family: 'botanical', seed: 'herbarium', palette: 'moss' },
    priceMinor: 3200,
    rank: 51,
    since: '2026-08-26',
    options: inColours('Sage', 'Chalk', 'Mustard'),
  },
  {
    title: 'Double Vision',
    story: [
      'Rings over rings, a thumb apart, and a pattern that turns when you breathe. Please do not wear it to the optician.',
      'The last few of the summer printing, in the sizes that are left.',
    ],
    pattern: { family: 'moire', seed: 'double-vision', palette: 'cobalt' },
    priceMinor: 2900,
    rank: 60,
    since: '2026-03-20',
    supply: 'scarce',
    options: inColours('Chalk', 'Charcoal'),
  },
]);

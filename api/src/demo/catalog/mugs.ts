import { colourOption } from './colours';
import { type ProductLine, productsOf } from './product-line';

const LINE: ProductLine = {
  form: 'mug',
  collection: 'mugs',
  skuPrefix: 'MU',
  noun: 'mug',
  attributes: [
    { name: 'Holds', value: '330 ml' },
    { name: 'Size', value: '9.5 cm high, 8.2 cm across' },
    { name: 'Material', value: 'Stoneware, decorated under the glaze' },
    { name: 'Care', value: 'Dishwasher and microwave safe' },
  ],
  options: [colourOption('Chalk', 'Ink')],
};

export const MUGS = productsOf(LINE, [
  {
    title: 'Squeeze',
    story: [
      'Oranges and lemons all the way round, so there is always a slice facing you. Tea tastes the same; the morning does not.',
      'The handle takes three fingers, or four small ones.',
    ],
    pattern: { family: 'citrus', seed: 'squeeze', palette: 'citrus', scale: 0.85 },
    priceMinor: 1800,
    rank: 13,
    since: '2026-04-27',
    options: [colourOption('Chalk', 'Mustard', 'Sage')],
  },
  {
    title: 'Tin of Sardines',
    story: [
      'Packed head to tail, and no lid. For the person in the house who is always first at the sea.',
      'The glaze pools a little at the rim, which is how you know it was dipped and not sprayed.',
    ],
    pattern: { family: 'fish', seed: 'tin-of-sardines', palette: 'harbour', scale: 0.8 },
    priceMinor: 1800,
    rank: 22,
    since: '2026-02-16',
    alsoIn: ['blue-hour'],
    options: [colourOption('Chalk', 'Ink', 'Sky')],
  },
  {
    title: 'Long Way Round',
    story: [
      'A ribbon with no beginning runs round a cup with no corners. Follow it with a finger while the kettle is on.',
      'The joint is behind the handle. Go on, look.',
    ],
    pattern: { family: 'truchet', seed: 'long-way-round', palette: 'clay', scale: 0.7 },
    priceMinor: 1700,
    rank: 50,
    since: '2026-03-07',
    options: [colourOption('Chalk', 'Clay')],
  },
  {
    title: 'Station Floor',
    story: [
      'The floor of a railway hall in Trieste, remembered over an espresso and scaled to a coffee.',
      'Each mug gets another cut of the pattern, so yours is yours.',
    ],
    pattern: { family: 'terrazzo', seed: 'station-floor', palette: 'mint', scale: 0.75 },
    priceMinor: 1700,
    rank: 26,
    since: '2026-06-17',
    options: [colourOption('Chalk', 'Sage', 'Rose')],
  },
  {
    title: 'Canal Street',
    story: [
      'Three rows of tall houses round the whole mug, with the lights on. Turn it and you have gone for a walk.',
      'Best filled with something that steams.',
    ],
    pattern: { family: 'houses', seed: 'canal-street', palette: 'primary', scale: 0.72 },
    priceMinor: 1900,
    rank: 18,
    since: '2026-10-30',
    options: [colourOption('Chalk', 'Charcoal')],
  },
  {
    title: 'Verge',
    story: [
      'What grows beside the road if you leave it alone. A mild-mannered mug that people keep taking from the office kitchen.',
      'Madder and sage, on chalk or on rose.',
    ],
    pattern: { family: 'meadow', seed: 'verge', palette: 'rose', scale: 0.8 },
    priceMinor: 1800,
    rank: 56,
    since: '2026-05-11',
    options: [colourOption('Chalk', 'Rose')],
  },
  {
    title: 'Late Show',
    story: [
      'The moon through a month, for those who make coffee when others turn off the light.',
      'Dark inside as well as out, so nobody sees how much is left.',
    ],
    pattern: { family: 'moons', seed: 'late-show', palette: 'midnight', scale: 0.8 },
    priceMinor: 1900,
    rank: 31,
    since: '2026-09-01',
    alsoIn: ['blue-hour'],
    options: [colourOption('Ink', 'Chalk')],
  },
  {
    title: 'First Term',
    story: [
      'Circles, squares and quarter moons in the school colours: red, yellow, blue. A mug that could pass an entrance exam.',
      'Stacks neatly on its brothers if you buy four, which people do.',
    ],
    pattern: { family: 'bauhaus', seed: 'first-term', palette: 'primary', scale: 0.85 },
    priceMinor: 1800,
    rank: 39,
    since: '2026-07-29',
    options: [colourOption('Chalk', 'Mustard', 'Charcoal')],
  },
]);

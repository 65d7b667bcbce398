import { type ProductLine, productsOf } from './product-line';

const LINE: ProductLine = {
  form: 'gift-wrap',
  collection: 'gift-wrap',
  skuPrefix: 'GW',
  noun: 'gift-wrap',
  attributes: [
    { name: 'Sheet', value: '50 × 70 cm, folded once' },
    { name: 'Roll', value: '70 cm wide' },
    { name: 'Paper', value: 'Recycled, uncoated, 90 g/m², no foil, no plastic' },
    { name: 'Afterwards', value: 'Iron it and use it again, or recycle it with paper' },
  ],
  options: [
    {
      name: 'Pack',
      values: [
        { name: '3 sheets', code: 'S3', priceModifierMinor: 0 },
        { name: '2 m roll', code: 'R2', priceModifierMinor: 250 },
        { name: '10 m roll', code: 'R10', priceModifierMinor: 1850 },
      ],
    },
  ],
};

export const GIFT_WRAP = productsOf(LINE, [
  {
    title: 'Hooray',
    story: [
      'Everything that falls from the ceiling when something has gone well. Wraps badly shaped presents with tact, since nobody can find the edges.',
      'Goes with any ribbon you already have in the drawer.',
    ],
    pattern: { family: 'confetti', seed: 'hooray', palette: 'riso', scale: 0.7 },
    priceMinor: 650,
    rank: 66,
    since: '2026-10-02',
  },
  {
    title: 'Home Town',
    story: [
      'Streets of little houses for the big occasions: a key, a cradle, a first lease.',
      'Wrap a shoebox with it and you have built a quarter.',
    ],
    pattern: { family: 'houses', seed: 'home-town', palette: 'blush', scale: 0.72 },
    priceMinor: 650,
    rank: 63,
    since: '2026-11-06',
  },
  {
    title: 'Fruit Paper',
    story: [
      'Market stalls wrap oranges in tissue; we thought it should be the other way round.',
      'So cheerful that socks are an acceptable content.',
    ],
    pattern: { family: 'citrus', seed: 'fruit-paper', palette: 'citrus', scale: 0.66 },
    priceMinor: 650,
    rank: 67,
    since: '2026-05-18',
  },
  {
    title: 'Catch of the Day',
    story: [
      'Fish have always been wrapped in paper. These got on to the outside.',
      'Red as a harbour buoy, for presents that must be seen from across the room.',
    ],
    pattern: { family: 'fish', seed: 'catch-of-the-day', palette: 'brick', scale: 0.7 },
    priceMinor: 650,
    rank: 68,
    since: '2026-03-27',
  },
  {
    title: 'Allotment',
    story: [
      'Rows of flowers and something that may be beans. A gentle paper for gardeners, godmothers and good teachers.',
      'Ties up best with plain string.',
    ],
    pattern: { family: 'meadow', seed: 'allotment', palette: 'citrus', scale: 0.72 },
    priceMinor: 600,
    rank: 70,
    since: '2026-04-11',
  },
  {
    title: 'Blue Fans',
    story: [
      'A calm sea in two blues. The paper for those who would rather the present did the talking.',
      'Folds crisply: the pattern helps you find the straight line.',
    ],
    pattern: { family: 'scales', seed: 'blue-fans', palette: 'sky', scale: 0.66 },
    priceMinor: 600,
    rank: 69,
    since: '2026-01-26',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Tartan Express',
    story: [
      'A check for December that does not mind being used in June. Plum, pink and a line of apricot.',
      'Corner to corner it hides the seam completely.',
    ],
    pattern: { family: 'plaid', seed: 'tartan-express', palette: 'plum', scale: 0.7 },
    priceMinor: 600,
    rank: 71,
    since: '2026-08-31',
  },
  {
    title: 'Clear Night',
    story: [
      'Moons and stars on deep blue, for presents that are opened after dark.',
      'Heavy ink on light paper: the folds show a fine white line, like frost.',
    ],
    pattern: { family: 'moons', seed: 'clear-night', palette: 'midnight', scale: 0.6 },
    priceMinor: 700,
    rank: 72,
    since: '2026-11-17',
    alsoIn: ['blue-hour'],
    supply: 'scarce',
  },
]);

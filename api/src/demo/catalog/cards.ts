import { type ProductLine, productsOf } from './product-line';

const LINE: ProductLine = {
  form: 'card',
  collection: 'cards',
  skuPrefix: 'CA',
  noun: 'card',
  attributes: [
    { name: 'Size', value: 'A6 folded, 10.5 × 14.8 cm' },
    { name: 'Paper', value: 'Cotton card, 300 g/m², blank inside' },
    { name: 'Envelope', value: 'Included, dyed through, gummed flap' },
  ],
  options: [
    {
      name: 'Pack',
      values: [
        { name: 'Single', code: '1', priceModifierMinor: 0 },
        { name: 'Pack of 5', code: '5', priceModifierMinor: 1250 },
        { name: 'Pack of 10', code: '10', priceModifierMinor: 2350 },
      ],
    },
  ],
};

export const CARDS = productsOf(LINE, [
  {
    title: 'Row Houses',
    story: [
      'Four streets of narrow neighbours, no two with the same gable. Good news for whoever has just moved.',
      'Somewhere on the card one house has a round window. It took us a week to notice.',
    ],
    pattern: { family: 'houses', seed: 'row-houses', palette: 'plum' },
    priceMinor: 390,
    rank: 6,
    since: '2026-02-03',
  },
  {
    title: 'Oh Yes',
    story: [
      'For weddings, job offers, exam results and the second date. Two words are usually enough.',
      'Set in our striped capitals, which look their best when they have something to cheer about.',
    ],
    pattern: { family: 'lettering', seed: 'oh-yes', palette: 'blush', text: 'OH YES' },
    priceMinor: 390,
    rank: 24,
    since: '2026-10-06',
  },
  {
    title: 'Thank You',
    story: [
      'The card you should have sent last month, still as good today. Nobody has ever minded a late thank you.',
      'Leaves the whole inside to you; the front has already said the difficult part.',
    ],
    pattern: { family: 'lettering', seed: 'thank-you', palette: 'mint', text: 'THANK YOU' },
    priceMinor: 390,
    rank: 41,
    since: '2026-01-28',
  },
  {
    title: 'Market Lemons',
    story: [
      'Lemons, blood oranges and their leaves, straight off the stall and only slightly arranged.',
      'Cheers up a fridge door for as long as you leave it there.',
    ],
    pattern: { family: 'citrus', seed: 'market-lemons', palette: 'citrus' },
    priceMinor: 390,
    rank: 15,
    since: '2026-06-01',
  },
  {
    title: 'Sardine Run',
    story: [
      'A shoal that cannot agree on a direction. For big families, office birthdays and choirs.',
      'Every fish wears its own stripes; count them and you will be late for the post.',
    ],
    pattern: { family: 'fish', seed: 'sardine-run', palette: 'harbour' },
    priceMinor: 390,
    rank: 33,
    since: '2026-03-11',
    alsoIn: ['blue-hour'],
  },
  {
    title: 'Ticker Tape',
    story: [
      'Confetti without the sweeping up. Squiggles, arcs and dots in five inks, thrown from a height of one metre and then tidied by hand.',
      'Fits birthdays from one to a hundred and one.',
    ],
    pattern: { family: 'confetti', seed: 'ticker-tape', palette: 'riso' },
    priceMinor: 350,
    rank: 44,
    since: '2026-04-22',
  },
  {
    title: 'Hedge Post',
    story: [
      'Small flowers from the side of the road, in an order that only looks careless. A quiet card for quiet occasions.',
      'Printed in madder red and sage on a warm white.',
    ],
    pattern: { family: 'meadow', seed: 'hedge-post', palette: 'rose' },
    priceMinor: 390,
    rank: 47,
    since: '2026-05-20',
  },
  {
    title: 'Phases',
    story: [
      'New, half, full and back again. For people who are going through one.',
      'The copper stars are a metallic ink; tilt the card and they come out.',
    ],
    pattern: { family: 'moons', seed: 'phases', palette: 'lagoon' },
    priceMinor: 450,
    rank: 52,
    since: '2026-07-15',
  },
  {
    title: 'Good Morning',
    story: [
      'A loud little sunrise for someone who has earned a better week. Stand it up where the post usually lies down.',
      'The rays run off every edge, so the envelope opens like a curtain.',
    ],
    pattern: { family: 'sunburst', seed: 'good-morning', palette: 'sky' },
    priceMinor: 390,
    rank: 36,
    since: '2026-11-03',
    alsoIn: ['blue-hour'],
  },
]);

import type { DemoProduct } from '../demo-catalog.types';
import { CARDS } from './cards';

/** What is in the set for a shopper who does not choose. */
const CHOSEN_FOR_YOU = ['Row Houses', 'Market Lemons', 'Hedge Post'];

/** Things that come together, as the shopper chooses. */
export const SETS: readonly DemoProduct[] = [
  {
    slug: 'three-cards-set',
    title: 'Three Cards, Your Choice',
    skuPrefix: 'SE01',
    description: [
      'Three single cards with their envelopes, tied with a strip of misprint. Take three of one or one of each; we do not ask who they are for.',
      'Costs less than the three of them one by one, because we only have to tie one knot.',
    ].join('\n\n'),
    attributes: [
      { name: 'In the set', value: 'Three A6 cards and their envelopes' },
      { name: 'Paper', value: 'Cotton card, 300 g/m², blank inside' },
    ],
    options: [],
    basePriceMinor: 1170,
    collections: ['cards'],
    form: 'card',
    pattern: { family: 'confetti', seed: 'three-cards', palette: 'plum' },
    featuredRank: 73,
    createdAt: '2026-09-21T09:00:00.000Z',
    supply: 'usual',
    bundle: {
      choice: 'Cards',
      units: 3,
      percentOff: '15',
      parts: CARDS.map(({ title, skuPrefix }) => ({
        sku: `${skuPrefix}-1`,
        defaultUnits: CHOSEN_FOR_YOU.includes(title) ? 1 : 0,
      })),
    },
  },
];

import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { aPage } from '../../testing/pages';
import { aBenefit, aPromotion } from '../../testing/promotions';
import { PromotionList } from './promotion-list';

describe('the promotions', () => {
  it('say in a sentence what they give, and whether they are offered', async () => {
    const usedUp = aPromotion({
      id: 'p2',
      name: 'Free post',
      class: 'SHIPPING',
      requiresCode: true,
      usageLimit: 4,
      benefit: aBenefit({ kind: 'FREE_SHIPPING', percentOff: null }),
      conditions: { ...aPromotion().conditions, minSubtotal: '30.00' },
    });
    const graph = new FakeGraph().answer('Promotions', () => ({
      promotions: { __typename: 'PromotionConnection', ...aPage([aPromotion(), usedUp]) },
    }));
    await render(PromotionList, {
      inputs: { view: 'on' },
      providers: [graph.provide(['PROMOTIONS_WRITE']), provideRouter([])],
    });

    await screen.findByRole('link', { name: 'Free post' });
    const [first, second] = screen.getAllByRole('row').slice(1);

    expect(first?.textContent).toMatch(/Print fans.*10% off the order.*4.*Offered/s);
    expect(second?.textContent).toMatch(
      /Free delivery, from £30\.00 on, with a code.*4 of 4.*Used up/s,
    );
    await waitFor(() =>
      expect(graph.variablesOf('Promotions')[0]).toMatchObject({ isActive: true }),
    );
  });
});

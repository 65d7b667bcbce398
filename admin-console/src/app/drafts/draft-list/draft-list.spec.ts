import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { aDraft } from '../../testing/drafts';
import { FakeGraph } from '../../testing/fake-graph';
import { aPage } from '../../testing/pages';
import { DraftList } from './draft-list';

describe('the draft orders', () => {
  it('say for whom they are, what they cost and whether they were placed', async () => {
    const unnamed = aDraft({ id: 'd2', shippingAddress: null, status: 'COMPLETED' });
    const graph = new FakeGraph().answer('DraftOrders', () => ({
      draftOrders: { __typename: 'DraftOrderConnection', ...aPage([aDraft(), unnamed]) },
    }));
    await render(DraftList, {
      inputs: { view: 'open', q: 'mary' },
      providers: [graph.provide(), provideRouter([])],
    });

    const link = await screen.findByRole('link', { name: 'Mary Shopper' });
    const [first, second] = screen.getAllByRole('row').slice(1);

    expect(link.getAttribute('href')).toBe('/drafts/d1');
    expect(first?.textContent).toMatch(/Mary Shopper.*Ada.*£24\.00.*Open/s);
    expect(second?.textContent).toMatch(/mary@shopper\.example.*Placed/s);
    await waitFor(() =>
      expect(graph.variablesOf('DraftOrders')[0]).toMatchObject({ status: 'OPEN', query: 'mary' }),
    );
  });
});

import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';

import { aGraphError, FakeGraph } from '../../testing/fake-graph';
import { aPriceList, priceListChoices } from '../../testing/pricing';
import { PriceListList } from './price-list-list';

function aPageOf(...nodes: readonly object[]) {
  const pageInfo = {
    __typename: 'PageInfo',
    hasNextPage: nodes.length > 1,
    hasPreviousPage: false,
    startCursor: 'a',
    endCursor: 'b',
  };
  const { customerGroups } = priceListChoices();
  return {
    priceLists: { __typename: 'PriceListConnection', nodes, totalCount: 30, pageInfo },
    customerGroups,
  };
}

async function open(graph: FakeGraph) {
  await render(PriceListList, { providers: [graph.provide(['PRICING_WRITE']), provideRouter([])] });
}

describe('the price lists', () => {
  it('say for whom they are and whether they hold', async () => {
    const planned = aPriceList({
      id: 'p2',
      customerGroup: null,
      isInForce: false,
      startsAt: '2999-01-01T00:00:00.000Z',
    });
    await open(new FakeGraph().answer('PriceLists', () => aPageOf(aPriceList(), planned)));

    const [first, second] = (await screen.findAllByRole('row')).slice(1);

    expect(first?.textContent).toMatch(/Trade.*Trade customers.*Always.*In force/s);
    expect(second?.textContent).toMatch(/Everybody.*From 1 Jan 2999.*Planned/s);
    expect(screen.getByRole('link', { name: 'Next' }).getAttribute('href')).toBe('/?after=b');
  });

  it('invite to make the first one', async () => {
    await open(new FakeGraph().answer('PriceLists', () => aPageOf()));

    expect(await screen.findByText('Base prices hold for everybody')).toBeTruthy();
  });

  it('offer another try when they cannot be read', async () => {
    const graph = new FakeGraph().answer('PriceLists', () => {
      throw aGraphError('INTERNAL_SERVER_ERROR');
    });
    await open(graph);
    const retry = await screen.findByRole('button', { name: 'Try again' });

    graph.answer('PriceLists', () => aPageOf(aPriceList()));
    retry.click();

    expect(await screen.findByText('Trade customers')).toBeTruthy();
  });
});

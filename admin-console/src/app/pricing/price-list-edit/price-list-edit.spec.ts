import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { aPriceList, aPriceRule, priceListChoices, refused } from '../../testing/pricing';
import { PriceListEdit } from './price-list-edit';

async function open(graph: FakeGraph, id?: string) {
  graph.answer('PriceListChoices', priceListChoices);
  return render(PriceListEdit, {
    inputs: { id },
    providers: [graph.provide(['PRICING_WRITE']), provideRouter([{ path: '**', children: [] }])],
  });
}

function saved(given: Parameters<typeof aPriceList>[0] = {}, userErrors: object[] = []) {
  const priceList = userErrors.length > 0 ? null : aPriceList(given);
  return { __typename: 'PriceListUpdatePayload', priceList, userErrors };
}

describe('a price list', () => {
  it('is made with its rules and then shown', async () => {
    const graph = new FakeGraph().answer('CreatePriceList', () => ({
      priceListCreate: { ...saved(), __typename: 'PriceListCreatePayload' },
    }));
    const { fixture } = await open(graph);
    const router = fixture.debugElement.injector.get(Router);

    fillIn('Name', ' Trade ');
    await screen.findByRole('option', { name: 'Trade customers' });
    fillIn('Customers', 'trade');
    press('For everything');
    fillIn('Percent', '10');
    press('Create price list');

    await waitFor(() => expect(router.url).toBe('/pricing/price-lists/p1'));
    expect(graph.inputsOf('CreatePriceList')).toEqual([
      {
        name: 'Trade',
        currencyCode: 'GBP',
        customerGroup: 'trade',
        priority: 0,
        rules: [{ minQuantity: 1, percentOff: '10' }],
      },
    ]);
  });

  it('is not sent while a percentage is beyond everything', async () => {
    const graph = new FakeGraph();
    await open(graph);

    fillIn('Name', 'Trade');
    press('For everything');
    fillIn('Percent', '120');
    press('Create price list');

    await waitFor(() => expect(faultAt('Percent')).toBe('From 0 to 100.'));
    expect(graph.inputsOf('CreatePriceList')).toEqual([]);
  });

  it('names the goods of its rules', async () => {
    const product = { __typename: 'Product' as const, id: 'g1', title: 'Low Tide' };
    const rules = [
      aPriceRule({ productId: 'g1', product }),
      aPriceRule({
        variationId: 'v1',
        price: '8.00',
        percentOff: null,
        minQuantity: 10,
        variation: {
          __typename: 'ProductVariation' as const,
          id: 'v1',
          title: 'A2',
          product,
        } as never,
      }),
    ];
    await open(
      new FakeGraph().answer('PriceListPage', () => ({ priceList: aPriceList({ rules }) })),
      'p1',
    );

    const items = await screen.findAllByRole('listitem');

    expect(items.map((item) => item.getAttribute('aria-label'))).toEqual([
      'Low Tide',
      'Low Tide, A2',
    ]);
    expect(screen.getByLabelText<HTMLInputElement>('Price').value).toBe('8.00');
  });

  it('shows what the server refuses at the field it concerns, until something is changed', async () => {
    const graph = new FakeGraph()
      .answer('PriceListPage', () => ({ priceList: aPriceList() }))
      .answer('UpdatePriceList', () => ({
        priceListUpdate: saved({}, refused('Give a percentage.', ['rules', '0', 'percentOff'])),
      }));
    await open(graph, 'p1');
    await screen.findByLabelText('Percent');

    fillIn('Percent', '10.00001');
    press('Save');
    await waitFor(() => expect(faultAt('Percent')).toBe('Give a percentage.'));

    fillIn('Name', 'Trade prices');
    await waitFor(() => expect(faultAt('Percent')).toBe(''));
    expect(graph.inputsOf('UpdatePriceList')[0]).toMatchObject({
      priceListId: 'p1',
      expectedVersion: 3,
    });
  });

  it('offers both ways out when somebody else was faster', async () => {
    const graph = new FakeGraph()
      .answer('PriceListPage', () => ({ priceList: aPriceList() }))
      .answer('UpdatePriceList', () => ({
        priceListUpdate: saved(
          {},
          refused('The price list was changed meanwhile.', ['expectedVersion'], 'VERSION_CONFLICT'),
        ),
      }));
    await open(graph, 'p1');
    await screen.findByLabelText('Percent');
    fillIn('Name', 'Mine');
    press('Save');

    expect(
      await screen.findByText('The price list was changed meanwhile.', { exact: false }),
    ).toBeTruthy();
    press('Take theirs');

    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Trade'),
    );
    expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  });

  it('tells a list that is gone from one that cannot be read', async () => {
    await open(
      new FakeGraph().answer('PriceListPage', () => ({ priceList: null })),
      'p9',
    );

    expect(
      await screen.findByRole('heading', { name: 'There is no such price list' }),
    ).toBeTruthy();
  });
});

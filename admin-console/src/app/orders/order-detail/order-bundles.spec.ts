import { provideRouter } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';

import type { OrderAction } from '../../shared/graphql/types.generated';
import { aBundle, anOption } from '../../testing/bundles';
import { FakeGraph } from '../../testing/fake-graph';
import { fillIn, press } from '../../testing/fields';
import { anOrder } from '../../testing/orders';
import { OrderDetail } from './order-detail';

const gbp = (amount: string) => ({ __typename: 'Money' as const, amount, currencyCode: 'GBP' });
const [line] = anOrder().lines;
const graphWithSet = () =>
  new FakeGraph()
    .answer('GoodsSearch', () => ({
      products: {
        __typename: 'ProductConnection',
        totalCount: 1,
        nodes: [
          {
            __typename: 'Product',
            id: 'p9',
            title: 'Gallery set',
            bundle: {
              __typename: 'Bundle',
              priceRule: { __typename: 'BundlePriceRule', kind: 'SUM' },
            },
            featuredImage: null,
            variations: [
              {
                __typename: 'ProductVariation',
                id: 'v9',
                title: 'Default',
                sku: 'SET',
                price: gbp('60.00'),
              },
            ],
          },
        ],
      },
    }))
    .answer('BundleParts', () => ({
      product: {
        __typename: 'Product',
        id: 'p9',
        bundle: {
          ...aBundle(),
          choices: [
            {
              __typename: 'BundleChoice',
              id: 'c1',
              name: 'Prints',
              minQuantity: 3,
              maxQuantity: 3,
              options: [anOption('v1', 'Dots', 2), anOption('v2', 'Lines', 1)],
            },
          ],
        },
      },
    }));

const previewed = (field: string, given: object = {}) => ({
  [field]: {
    __typename: 'Preview',
    owed: gbp('84.00'),
    difference: gbp('60.00'),
    due: gbp('60.00'),
    refund: gbp('0.00'),
    userErrors: [],
    ...given,
  },
});

async function open(graph: FakeGraph, action: OrderAction, label: string) {
  const order = {
    ...anOrder({ actions: [action] }),
    lines: [{ ...line, quantity: 3, returnableQuantity: 3 }],
  };
  graph.answer('OrderDetail', () => ({
    shop: { __typename: 'Shop', pricesIncludeTax: true },
    order,
  }));
  await render(OrderDetail, {
    inputs: { id: 'o1' },
    providers: [graph.provide(), provideRouter([])],
  });
  await screen.findByRole('heading', { name: 'HT-1001' });
  press('More actions');
  (await screen.findByRole('menuitem', { name: label })).click();
  return { order, dialog: await screen.findByRole('dialog') };
}

/** Chooses one print of the first and two of the second kind, after a choice that the set does not allow. */
async function addSet(button: string, dialog: HTMLElement): Promise<void> {
  press(button, dialog);
  (await screen.findByRole('button', { name: /SET/ })).click();
  const name = 'What is in “Gallery set”?';
  const parts = await screen.findByRole('dialog', { name });
  fillIn('Units of Dots', '1', parts);
  press('Take these', parts);
  expect((await within(parts).findByRole('alert')).textContent).toBe('Choose 1 more.');
  fillIn('Units of Lines', '2', parts);
  press('Take these', parts);
  await waitFor(() => expect(screen.queryByRole('dialog', { name })).toBeNull());
}

const chosen = [
  { choiceId: 'c1', variationId: 'v1', quantity: 1 },
  { choiceId: 'c1', variationId: 'v2', quantity: 2 },
];

describe('a bundle', () => {
  it('is added to a placed order with the parts that were chosen, at a price known before', async () => {
    const graph = graphWithSet().answer('PreviewOrderEdit', () => previewed('orderEditPreview'));
    const { order, dialog } = await open(graph, 'EDIT', 'Edit order');
    graph.answer('EditOrder', () => ({
      orderEdit: { __typename: 'Payload', order, userErrors: [] },
    }));

    await addSet('Add goods', dialog);

    expect(await within(dialog).findByText('2 × Lines')).toBeTruthy();
    const owed = await screen.findByText('The shopper has to pay');
    expect(owed.parentElement?.textContent).toContain('£60.00');
    press('Change order', dialog);
    await waitFor(() => expect(graph.inputsOf('EditOrder')).toHaveLength(1));
    const added = [{ variationId: 'v9', quantity: 1, parts: chosen }];
    expect(graph.inputsOf('PreviewOrderEdit').at(-1)).toEqual({ orderId: 'o1', added });
    expect(graph.inputsOf('EditOrder')[0]).toMatchObject({ orderId: 'o1', added });
  });

  it('is sent instead of something, and who owes the difference is known before', async () => {
    const graph = graphWithSet().answer('PreviewOrderExchange', () =>
      previewed('orderExchangePreview', { credited: gbp('20.00'), due: gbp('40.00') }),
    );
    const { dialog } = await open(graph, 'EXCHANGE', 'Exchange goods');

    await addSet('Send instead', dialog);
    fillIn('Units that come back', '1', dialog);

    const credited = await screen.findByText('Credited for what comes back');
    expect(credited.parentElement?.textContent).toContain('£20.00');
    expect(graph.inputsOf('PreviewOrderExchange').at(-1)).toEqual({
      orderId: 'o1',
      returned: [{ lineId: 'l1', quantity: 1 }],
      added: [{ variationId: 'v9', quantity: 1, parts: chosen }],
    });
  });
});

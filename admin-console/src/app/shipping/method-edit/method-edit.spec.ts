import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { fillIn, press } from '../../testing/fields';
import { shippingSettings } from '../../testing/shipping';
import { MethodEdit } from './method-edit';

async function open(graph: FakeGraph, code?: string) {
  graph.answer('ShippingSettings', shippingSettings);
  await render(MethodEdit, {
    inputs: { code },
    providers: [graph.provide(['SHIPPING_WRITE']), provideRouter([{ path: '**', children: [] }])],
  });
}

function accepted() {
  return {
    shippingMethodSet: {
      __typename: 'ShippingMethodSetPayload',
      shippingMethod: shippingSettings().shippingMethods[0],
      userErrors: [],
    },
  };
}

describe('a way of delivery', () => {
  it('is offered in a zone at prices by weight', async () => {
    const graph = new FakeGraph().answer('SetShippingMethod', accepted);
    await open(graph);
    fillIn('Name', 'Parcel');
    fillIn('Code', 'parcel');
    press('Offer it here');
    await screen.findByLabelText('Price');
    fillIn('Price', 'weight');
    await screen.findByLabelText('From');
    fillIn('Amount', '3.50');
    press('Add step');
    await waitFor(() => expect(screen.getAllByLabelText('From')).toHaveLength(2));
    fillIn('From', '2000');
    fillIn('Amount', '6.00');
    press('Create way of delivery');

    await waitFor(() => expect(graph.inputsOf('SetShippingMethod')).toHaveLength(1));
    expect(graph.inputsOf('SetShippingMethod')[0]).toMatchObject({
      code: 'parcel',
      isActive: true,
      rates: [
        {
          zoneId: 'z1',
          weightBands: [
            { fromGrams: 0, belowGrams: 2000, price: { amount: '3.50', currencyCode: 'GBP' } },
            { fromGrams: 2000, price: { amount: '6.00', currencyCode: 'GBP' } },
          ],
        },
      ],
    });
  });

  it('is withdrawn from a zone', async () => {
    const graph = new FakeGraph().answer('SetShippingMethod', accepted);
    await open(graph, 'standard');
    await screen.findByRole('button', { name: 'Do not offer it here' });

    press('Do not offer it here');
    press('Save');

    await waitFor(() =>
      expect(graph.inputsOf('SetShippingMethod')[0]).toMatchObject({ rates: [] }),
    );
  });

  it('that does not exist is not made by its address', async () => {
    await open(new FakeGraph(), 'pigeon');

    expect(
      await screen.findByRole('heading', { name: 'There is no such way of delivery' }),
    ).toBeTruthy();
  });
});

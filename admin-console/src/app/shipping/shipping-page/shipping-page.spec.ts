import { provideRouter } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { refused } from '../../testing/pricing';
import { shippingSettings } from '../../testing/shipping';
import { ShippingPage } from './shipping-page';

async function open(graph: FakeGraph) {
  graph.answer('ShippingSettings', shippingSettings);
  await render(ShippingPage, { providers: [graph.provide(['SHIPPING_WRITE']), provideRouter([])] });
  await screen.findByRole('link', { name: 'Standard' });
}

describe('shipping', () => {
  it('tells what each way of delivery costs in each zone', async () => {
    await open(new FakeGraph());

    const row = screen.getByRole('link', { name: 'Standard' }).closest('tr');

    expect(row?.textContent).toMatch(/Home £4\.50.*Offered/s);
    expect(screen.getByText('United Kingdom (BT*), Ireland')).toBeTruthy();
  });

  it('tries a parcel out and says why the rest is not offered', async () => {
    const graph = new FakeGraph().answer('TestShippingRate', () => ({
      shippingRateTest: {
        __typename: 'ShippingRateTest',
        zone: { __typename: 'ShippingZone', id: 'z1', name: 'Home' },
        place: 'GB',
        methods: [
          {
            __typename: 'ShippingVerdict',
            code: 'express',
            name: 'Express',
            price: null,
            notOffered: 'OUTSIDE_BANDS',
            minDays: null,
            maxDays: null,
          },
        ],
      },
    }));
    await open(graph);

    fillIn('To country', 'gb');
    fillIn('Weight', '40000');
    press('Test delivery');

    expect(await screen.findByText(/heavier or dearer/)).toBeTruthy();
    expect(graph.variablesOf('TestShippingRate')).toEqual([
      { countryCode: 'GB', weightGrams: 40000, subtotal: '30' },
    ]);
  });

  it('shows at its place which country another zone has already', async () => {
    const graph = new FakeGraph().answer('SetShippingZone', () => ({
      shippingZoneSet: {
        __typename: 'ShippingZoneSetPayload',
        shippingZone: null,
        userErrors: refused('Another zone has this.', ['places', '1', 'countryCode']),
      },
    }));
    await open(graph);
    press('Edit zone Home');
    const dialog = await screen.findByRole('dialog', { name: 'Edit zone “Home”' });

    fillIn('Only postcodes', 'D01, D02', dialog);
    press('Save zone', dialog);

    await waitFor(() => expect(faultAt('Country')).toBe('Another zone has this.'));
    expect(graph.inputsOf('SetShippingZone')[0]).toMatchObject({
      zoneId: 'z1',
      places: [
        { countryCode: 'GB', postcodes: ['BT*'] },
        { countryCode: 'IE', postcodes: ['D01', 'D02'] },
      ],
    });
    expect(within(dialog).getAllByLabelText('Country')).toHaveLength(2);
  });
});

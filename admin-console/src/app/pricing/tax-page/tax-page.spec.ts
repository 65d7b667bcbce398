import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { refused } from '../../testing/pricing';
import { TaxPage } from './tax-page';

const rate = {
  __typename: 'TaxRate',
  id: 'r1',
  countryCode: 'CA',
  region: 'QC',
  postcodePrefix: '',
  taxClass: 'standard',
  layer: 2,
  name: 'QST',
  percent: '9.975',
  isCompound: false,
};
const taxes = {
  taxClasses: [
    { __typename: 'TaxClass', code: 'standard', name: 'Standard' },
    { __typename: 'TaxClass', code: 'zero', name: 'Zero-rated' },
  ],
  taxRates: [rate],
  taxSettings: {
    __typename: 'TaxSettings',
    defaultClass: 'standard',
    shippingClass: 'standard',
    rounding: 'HALF_UP',
    pricesIncludeTax: false,
  },
};

async function open(graph: FakeGraph) {
  graph.answer('Taxes', () => taxes);
  await render(TaxPage, { providers: [graph.provide(['PRICING_WRITE']), provideRouter([])] });
  return screen.findByText('Canada, QC');
}

function rateSet(userErrors: object[] = []) {
  return { taxRateSet: { __typename: 'TaxRateSetPayload', taxRate: rate, userErrors } };
}

describe('the taxes', () => {
  it('are told by place, class and layer', async () => {
    const row = (await open(new FakeGraph())).closest('tr');

    expect(row?.textContent).toMatch(/QST.*Standard.*2.*9\.975%/s);
    expect(screen.getByText('come without tax')).toBeTruthy();
  });

  it('replace a rate that moved to another place', async () => {
    const graph = new FakeGraph()
      .answer('SetTaxRate', () => rateSet())
      .answer('RemoveTaxRate', () => ({
        taxRateRemove: { __typename: 'TaxRateRemovePayload', taxRateId: 'r1', userErrors: [] },
      }));
    await open(graph);

    press(/^Edit QST/);
    const dialog = await screen.findByRole('dialog', { name: 'Edit tax rate' });
    fillIn('Region', 'ON', dialog);
    press('Save rate', dialog);

    await waitFor(() => expect(graph.inputsOf('RemoveTaxRate')).toEqual([{ taxRateId: 'r1' }]));
    expect(graph.inputsOf('SetTaxRate')[0]).toMatchObject({ countryCode: 'CA', region: 'ON' });
  });

  it('keep the rate that only costs something else', async () => {
    const graph = new FakeGraph().answer('SetTaxRate', () => rateSet());
    await open(graph);

    press(/^Edit QST/);
    const dialog = await screen.findByRole('dialog', { name: 'Edit tax rate' });
    fillIn('Rate', '10', dialog);
    press('Save rate', dialog);

    expect(await screen.findByText('The rate holds from now on.')).toBeTruthy();
    expect(graph.inputsOf('RemoveTaxRate')).toEqual([]);
  });

  it('show what is refused at its field', async () => {
    const graph = new FakeGraph().answer('SetTaxRate', () =>
      rateSet(refused('Four decimals at most.', ['percent'])),
    );
    await open(graph);

    press(/^Edit QST/);
    const dialog = await screen.findByRole('dialog', { name: 'Edit tax rate' });
    fillIn('Rate', '9.97512', dialog);
    press('Save rate', dialog);

    await waitFor(() => expect(faultAt('Rate')).toBe('Four decimals at most.'));
  });

  it('save what holds otherwise', async () => {
    const graph = new FakeGraph().answer('SetTaxSettings', () => ({
      taxSettingsSet: {
        __typename: 'TaxSettingsSetPayload',
        taxSettings: { ...taxes.taxSettings, shippingClass: 'zero' },
        userErrors: [],
      },
    }));
    await open(graph);

    fillIn('Class of delivery', 'zero');
    press('Save settings');

    await waitFor(() =>
      expect(graph.inputsOf('SetTaxSettings')).toEqual([
        {
          defaultClass: 'standard',
          shippingClass: 'zero',
          rounding: 'HALF_UP',
          pricesIncludeTax: false,
        },
      ]),
    );
  });

  it('are in the prices as soon as somebody says so', async () => {
    const graph = new FakeGraph().answer('SetTaxSettings', () => ({
      taxSettingsSet: {
        __typename: 'TaxSettingsSetPayload',
        taxSettings: { ...taxes.taxSettings, pricesIncludeTax: true },
        userErrors: [],
      },
    }));
    await open(graph);

    screen.getByRole('checkbox', { name: 'Prices include tax' }).click();
    await screen.findByRole('button', { name: 'Save settings' });
    press('Save settings');

    await waitFor(() =>
      expect(graph.inputsOf('SetTaxSettings')[0]).toMatchObject({ pricesIncludeTax: true }),
    );
    expect(await screen.findByText('include tax')).toBeTruthy();
  });
});

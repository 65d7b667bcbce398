import { provideRouter, Router } from '@angular/router';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';

import type { Permission } from '../../shared/graphql/types.generated';
import { aBundle } from '../../testing/bundles';
import { aDelivery, aDraft, aDraftLine, pounds } from '../../testing/drafts';
import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { refused } from '../../testing/pricing';
import { DraftEdit } from './draft-edit';

const postcode = {
  __typename: 'AddressField',
  field: 'POSTCODE',
  label: 'Postcode',
  isRequired: true,
  example: 'SW1A 1AA',
  options: [],
};
const asked = [
  { ...postcode, field: 'NAME', label: 'Name', example: null },
  { ...postcode, field: 'LINE1', label: 'Street and number', example: null },
  { ...postcode, field: 'CITY', label: 'Town', example: null },
  postcode,
];

async function open(
  graph: FakeGraph,
  given?: Parameters<typeof aDraft>[0],
  permissions: readonly Permission[] = ['ORDERS_READ', 'ORDERS_WRITE', 'PRICING_WRITE'],
) {
  graph
    .answer('DraftOrderPage', () => ({ draftOrder: aDraft(given) }))
    .answer('DraftOrderChoices', () => ({
      shop: {
        __typename: 'Shop',
        currencyCode: 'GBP',
        countries: [{ __typename: 'Country', code: 'GB', name: 'United Kingdom' }],
        shippingMethods: [{ __typename: 'ShippingMethod', code: 'standard', name: 'Standard' }],
      },
    }))
    .answer('DraftAddressRules', () => ({
      addressRules: { __typename: 'AddressRules', countryCode: 'GB', fields: asked },
    }))
    .answer('BundleParts', ({ id }) => ({
      product: { __typename: 'Product', id, bundle: id === 'p9' ? aBundle() : null },
    }))
    .answer('GoodsSearch', () => ({
      products: {
        __typename: 'ProductConnection',
        totalCount: 1,
        nodes: [
          {
            __typename: 'Product',
            id: 'p1',
            title: 'Poster',
            bundle: null,
            featuredImage: null,
            variations: [
              {
                __typename: 'Variation',
                id: 'v1',
                title: 'A2',
                sku: 'POS-A2',
                price: pounds('10.00'),
              },
            ],
          },
        ],
      },
    }));
  const { fixture } = await render(DraftEdit, {
    inputs: { id: given && 'd1' },
    providers: [graph.provide(permissions), provideRouter([{ path: '**', children: [] }])],
  });
  if (given) await screen.findByRole('heading', { name: 'What it costs' });
  return fixture.debugElement.injector.get(Router);
}

const saved = (name: string, given: object = {}) => ({
  [name]: { __typename: 'Payload', draftOrder: aDraft(), userErrors: [], ...given },
});

const emmy = { id: 'c2', name: 'Emmy Noether', email: 'emmy@shopper.example' };
const mary = { id: 'c1', name: 'Mary Shopper', email: 'mary@shopper.example' };

const found = (customers: readonly object[]) => ({
  customers: {
    __typename: 'CustomerSummaryConnection',
    nodes: customers.map((each) => ({ __typename: 'CustomerSummary', ...each })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false },
  },
});

const totalChanged = {
  __typename: 'TotalChanged',
  code: 'TOTAL_CHANGED',
  message: 'The total has changed since it was shown.',
  path: ['expectedTotal'],
  expected: pounds('24.00'),
  actual: pounds('26.50'),
};

describe('a draft order', () => {
  it('is made of goods at a price of its own, and then shown', async () => {
    const graph = new FakeGraph().answer('CreateDraftOrder', () => saved('draftOrderCreate'));
    const router = await open(graph);

    press('Add goods');
    (await screen.findByRole('button', { name: /A2.*POS-A2/s })).click();
    await screen.findByLabelText('Own price');
    fillIn('Units', '2');
    fillIn('Own price', '8.50');
    fillIn('E-mail', 'mary@shopper.example');
    press('Create draft');

    await waitFor(() => expect(router.url).toBe('/drafts/d1'));
    expect(graph.inputsOf('CreateDraftOrder')[0]).toMatchObject({
      lines: [{ variationId: 'v1', quantity: 2, unitPrice: '8.50' }],
      email: 'mary@shopper.example',
    });
  });

  it('is for a customer who is found by name or address, with the keyboard too', async () => {
    const graph = new FakeGraph()
      .answer('UpdateDraftOrder', () => saved('draftOrderUpdate'))
      .answer('CustomerSearch', ({ query }) => found(query === 'emmy' ? [emmy] : [emmy, mary]));
    await open(graph, { email: null });

    press('Find customer');
    const dialog = await screen.findByRole('dialog', { name: 'Who is it for?' });
    const field = screen.getByLabelText('Search customers by name or e-mail');
    await screen.findByRole('button', { name: /Mary/ });
    expect(within(dialog).getByRole('status').textContent).toBe('2 customers found');
    fireEvent.input(field, { target: { value: 'emmy' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(screen.queryByRole('button', { name: /Mary/ })).toBeNull());
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    const first = await screen.findByRole('button', { name: /Emmy/ });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(field);
    first.click();
    await screen.findByRole('button', { name: 'Change customer' });
    press('Save');

    await waitFor(() =>
      expect(graph.inputsOf('UpdateDraftOrder')[0]).toMatchObject({
        customerId: 'c2',
        email: 'emmy@shopper.example',
      }),
    );
  });

  it('is for an address that nobody has, if that is what was looked for', async () => {
    const graph = new FakeGraph().answer('CustomerSearch', () => found([]));
    await open(graph, { email: null });

    press('Find customer');
    const field = await screen.findByLabelText('Search customers by name or e-mail');
    fireEvent.input(field, { target: { value: 'New@shopper.example' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    (await screen.findByRole('button', { name: 'Use new@shopper.example' })).click();

    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('new@shopper.example'),
    );
  });

  it('is emptied of what was entered by mistake', async () => {
    const graph = new FakeGraph().answer('UpdateDraftOrder', () => saved('draftOrderUpdate'));
    const customer = { __typename: 'Customer' as const, ...mary };
    await open(graph, { customer, note: 'Rang at noon', couponCodes: ['FANS'] });
    await screen.findByLabelText('Postcode');

    press('Take out customer');
    press('Clear address');
    press('Clear Note');
    press('Clear Coupon codes');
    fillIn('Delivery', '');
    await waitFor(() => expect(screen.queryByLabelText('Postcode')).toBeNull());
    expect(document.activeElement).toBe(screen.getByLabelText('Coupon codes'));
    expect(screen.getByRole('button', { name: 'Find customer' })).toBeTruthy();
    press('Save');

    await waitFor(() =>
      expect(graph.inputsOf('UpdateDraftOrder')[0]).toEqual({
        draftOrderId: 'd1',
        expectedVersion: 3,
        customerId: null,
        email: null,
        shippingAddress: null,
        shippingMethodCode: null,
        note: null,
        couponCodes: [],
      }),
    );
  });

  it('asks for an address as its country writes it, and shows what is refused of it', async () => {
    const graph = new FakeGraph().answer('UpdateDraftOrder', () =>
      saved('draftOrderUpdate', {
        draftOrder: null,
        userErrors: refused('This is no postcode of the United Kingdom.', [
          'shippingAddress',
          'postcode',
        ]),
      }),
    );
    await open(graph, {});

    await screen.findByLabelText('Postcode');
    fillIn('Postcode', '99');
    press('Save');

    await waitFor(() =>
      expect(faultAt('Postcode')).toBe('This is no postcode of the United Kingdom.'),
    );
    expect(graph.inputsOf('UpdateDraftOrder')[0]).toMatchObject({
      draftOrderId: 'd1',
      expectedVersion: 3,
    });
  });

  it('holds a bundle of the parts that staff choose', async () => {
    const graph = new FakeGraph().answer('UpdateDraftOrder', () => saved('draftOrderUpdate'));
    const oak = { __typename: 'DraftOrderPart' as const, choiceId: 'c1', choiceName: 'Frame' };
    const parts = [
      { ...oak, variationId: 'oak', productTitle: 'Oak', variationTitle: 'Default', quantity: 1 },
    ];
    await open(graph, { lines: [aDraftLine({ productId: 'p9', productTitle: 'Set', parts })] });

    press('Change parts of Set, A2');
    const dialog = await screen.findByRole('dialog', { name: 'What is in “Set, A2”?' });
    fillIn('Frame', 'ash', dialog);
    fillIn('Units of Moon', '1', dialog);
    press('Take these', dialog);
    expect(await within(dialog).findByText('Choose 1 more.')).toBeTruthy();
    fillIn('Units of Sun', '2', dialog);
    press('Take these', dialog);
    expect(await screen.findByText('1 × Ash')).toBeTruthy();
    press('Save');

    await waitFor(() =>
      expect(graph.inputsOf('UpdateDraftOrder')[0]).toMatchObject({
        lines: [
          {
            variationId: 'v1',
            parts: [
              { choiceId: 'c1', variationId: 'ash', quantity: 1 },
              { choiceId: 'c2', variationId: 'sun', quantity: 2 },
              { choiceId: 'c2', variationId: 'moon', quantity: 1 },
            ],
          },
        ],
      }),
    );
  });

  it('is delivered by what takes its goods where it goes, at a price', async () => {
    const express = aDelivery('express', 'Express', '9.50');
    const graph = new FakeGraph().answer('UpdateDraftOrder', () => saved('draftOrderUpdate'));
    await open(graph, { shippingMethods: [aDelivery('standard', 'Standard', '4.00'), express] });

    const choices = within(screen.getByLabelText('Delivery')).getAllByRole('option');
    expect(choices.map(({ textContent }) => textContent.trim())).toEqual([
      'Not chosen yet',
      'Standard, £4.00',
      'Express, £9.50',
    ]);
    await screen.findByLabelText('Postcode');
    fillIn('Postcode', 'BT1 1AA');
    expect(await screen.findByText('For the address as it was last saved')).toBeTruthy();
    fillIn('Delivery', 'express');
    press('Save');
    await waitFor(() =>
      expect(graph.inputsOf('UpdateDraftOrder')[0]).toMatchObject({
        shippingMethodCode: 'express',
      }),
    );
  });

  it('says when the chosen delivery no longer goes there, and cannot be placed', async () => {
    const message = 'The chosen way of delivery is not offered at this address.';
    const problem = {
      __typename: 'DraftOrderProblem' as const,
      code: 'DELIVERY_NOT_OFFERED' as const,
      message,
      path: ['shippingMethodCode'],
    };
    await open(new FakeGraph(), { shippingMethods: [], problems: [problem] });

    expect(screen.getByRole('alert').textContent).toContain(message);
    expect(await screen.findByRole('option', { name: 'Standard: not offered here' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Place order' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  it('is placed at the total that was shown, and leads to the order', async () => {
    const order = { __typename: 'Order', id: 'o7', number: 'HT-7' };
    const graph = new FakeGraph().answer('CompleteDraftOrder', () =>
      saved('draftOrderComplete', { draftOrder: aDraft({ status: 'COMPLETED', order }), order }),
    );
    const router = await open(graph, {});

    press('Place order');
    await screen.findByRole('dialog', { name: 'Place the order at £24.00?' });
    press('Place order');

    await waitFor(() => expect(router.url).toBe('/orders/o7'));
    expect(graph.inputsOf('CompleteDraftOrder')[0]).toMatchObject({
      draftOrderId: 'd1',
      expectedVersion: 3,
      expectedTotal: { amount: '24.00', currencyCode: 'GBP' },
    });
  });

  it('asks again with both totals when the total has changed', async () => {
    const order = { __typename: 'Order', id: 'o7', number: 'HT-7' };
    const graph = new FakeGraph().answer('CompleteDraftOrder', ({ input }) => {
      const { expectedTotal } = input as { expectedTotal: { amount: string } };
      return expectedTotal.amount === '26.50'
        ? saved('draftOrderComplete', { order })
        : saved('draftOrderComplete', {
            draftOrder: null,
            order: null,
            userErrors: [totalChanged],
          });
    });
    const router = await open(graph, {});

    press('Place order');
    await screen.findByRole('dialog', { name: 'Place the order at £24.00?' });
    press('Place order');
    const again = await screen.findByRole('dialog', { name: 'The total has changed' });
    expect(again.textContent).toMatch(/shown £24\.00.*costs £26\.50 now/s);
    press('Place it at £26.50', again);

    await waitFor(() => expect(router.url).toBe('/orders/o7'));
    const keys = graph.inputsOf('CompleteDraftOrder').map((input) => input['idempotencyKey']);
    expect(new Set(keys).size).toBe(2);
  });

  it('says everything that is missing when it cannot be placed, until it is saved', async () => {
    const graph = new FakeGraph().answer('CompleteDraftOrder', () =>
      saved('draftOrderComplete', {
        order: null,
        userErrors: [
          ...refused('Enter an address.', ['shippingAddress']),
          ...refused('Choose a way of delivery that takes these goods.', ['shippingMethodCode']),
        ],
      }),
    );
    graph.answer('UpdateDraftOrder', () => saved('draftOrderUpdate'));
    await open(graph, {});

    press('Place order');
    await screen.findByRole('dialog', { name: 'Place the order at £24.00?' });
    press('Place order');

    const missing = /Enter an address\. Choose a way of delivery that takes these goods/;
    expect(await screen.findByText(missing)).toBeTruthy();

    fillIn('Note', 'Rang at noon');
    await screen.findByRole('button', { name: 'Save' });
    press('Save');
    await waitFor(() => expect(screen.queryByText(missing)).toBeNull());
  });

  it('cannot be placed while something is not saved', async () => {
    await open(new FakeGraph(), {});

    fillIn('Note', 'Rang at noon');

    expect(await screen.findByText('As it was last saved; saving prices it anew.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Place order' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  it('shows no price fields to staff who may not set prices', async () => {
    await open(new FakeGraph(), {}, ['ORDERS_WRITE']);

    expect(screen.getByLabelText('Units')).toBeTruthy();
    expect(screen.queryByLabelText('Own price')).toBeNull();
  });

  it('keeps the goods as they are for them where somebody else has set a price', async () => {
    const priced = aDraftLine({ ownUnitPrice: pounds('9.00') });
    await open(new FakeGraph(), { lines: [priced] }, ['ORDERS_WRITE']);

    expect(screen.getByText(/only staff who may set prices change what is wanted/)).toBeTruthy();
    expect(screen.queryByLabelText('Units')).toBeNull();
  });

  it('that was placed no longer changes and leads to its order', async () => {
    const order = { __typename: 'Order' as const, id: 'o7', number: 'HT-7' };
    await open(new FakeGraph(), { status: 'COMPLETED', order });

    expect(screen.getByRole('link', { name: 'Open order HT-7' }).getAttribute('href')).toBe(
      '/orders/o7',
    );
    expect(screen.queryByRole('button', { name: 'Place order' })).toBeNull();
  });

  it('is removed only after a question', async () => {
    const graph = new FakeGraph().answer('RemoveDraftOrder', () => ({
      draftOrderRemove: {
        __typename: 'DraftOrderRemovePayload',
        draftOrderId: 'd1',
        userErrors: [],
      },
    }));
    const router = await open(graph, {});

    press('Remove');
    const dialog = await screen.findByRole('dialog', { name: 'Remove this draft?' });
    expect(graph.inputsOf('RemoveDraftOrder')).toEqual([]);
    press('Remove draft', dialog);

    await waitFor(() => expect(router.url).toBe('/drafts'));
    expect(graph.inputsOf('RemoveDraftOrder')).toEqual([{ draftOrderId: 'd1' }]);
  });
});

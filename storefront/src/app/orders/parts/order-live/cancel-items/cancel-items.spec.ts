import { fireEvent, render, screen, waitFor } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { anOrder, asAnswered } from '../../../testing/an-order';
import { CancelItems } from './cancel-items';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });
const may = (...actions: readonly ('CANCEL' | 'CANCEL_LINES')[]) =>
  actions.map((action) => ({ action, available: true, blockedBy: null }));
const ofThree = anOrder({
  version: 4,
  lines: anOrder().lines.map((line) => ({ ...line, quantity: 3 })),
  availableActions: may('CANCEL', 'CANCEL_LINES'),
});

async function open(order = ofThree) {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  const api = new FakeApi().on('OrderLinesCancelPreview', () => ({
    orderLinesCancelPreview: {
      cancelled: gbp('24.00'),
      refund: gbp('24.00'),
      due: gbp('0.00'),
      userErrors: [],
    },
  }));
  const changed = jest.fn();
  const { fixture } = await render(CancelItems, {
    providers: [provideFakeApi(api)],
    inputs: { order },
    on: { changed },
  });
  const sent = () =>
    api.requests.filter(({ operation }) => operation === 'CancelOrderLines').map(inputOf);
  const press = (name: string | RegExp) =>
    fireEvent.click(screen.getByRole('button', { name, hidden: true }));
  return { api, changed, fixture, press, sent };
}

function inputOf({ variables }: FakeApi['requests'][number]) {
  return variables['input'] as { idempotencyKey: string };
}

function refuse(api: FakeApi, code: string, message: string): void {
  api.on('CancelOrderLines', () => ({
    orderLinesCancel: { order: null, userErrors: [{ code, message, path: null }] },
  }));
}

describe('cancelling items of an order', () => {
  it('asks which, tells what money comes back, and does it once', async () => {
    const { api, changed, press, sent } = await open();
    api.on('CancelOrderLines', () => ({
      orderLinesCancel: { order: asAnswered(anOrder({ version: 5 })), userErrors: [] },
    }));

    press('Cancel items');
    press('Cancel 1 item');
    expect(await screen.findByText('Choose what should not be sent.')).toBeTruthy();
    expect(sent()).toEqual([]);
    press(/^One more: Units of Halftone Moon/);
    expect(await screen.findByText('You get back £24.00, the way you paid.')).toBeTruthy();
    press('Cancel 1 item');

    await waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    expect(sent()).toEqual([
      {
        trackingToken: 'token-1',
        lines: [{ lineId: 'line-1', quantity: 1 }],
        expectedVersion: 4,
        idempotencyKey: expect.any(String),
      },
    ]);
  });

  it('keeps its key when the answer was lost, so that a retry cancels nothing twice', async () => {
    const { api, press, sent } = await open();
    api.on('CancelOrderLines', () => {
      throw new Error('connect ECONNREFUSED');
    });

    press('Cancel items');
    press(/^One more: Units of/);
    press('Cancel 1 item');
    expect((await screen.findByRole('alert', { hidden: true })).textContent).toContain(
      'We could not reach the shop.',
    );
    press('Cancel 1 item');

    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[0]?.idempotencyKey).toBe(sent()[1]?.idempotencyKey);
  });

  it('says politely that it is too late, also when the order has moved on meanwhile', async () => {
    const { api, changed, fixture, press } = await open();
    refuse(api, 'ILLEGAL_TRANSITION', 'The order is already processing.');

    press('Cancel items');
    press(/^One more: Units of/);
    press('Cancel 1 item');
    await waitFor(() => expect(changed).toHaveBeenCalled());
    fixture.componentRef.setInput('order', { ...ofThree, availableActions: [] });
    await fixture.whenStable();

    expect(screen.getByRole('alert', { hidden: true }).textContent).toContain(
      'What arrives can still be sent back.',
    );
    expect(screen.queryByRole('button', { name: 'Cancel items' })).toBeNull();
  });

  it('warns when nothing would be left', async () => {
    const { press } = await open();

    press('Cancel items');
    for (let unit = 0; unit < 3; unit++) press(/^One more: Units of/);

    expect(await screen.findByText(/delivery is cancelled as well/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Cancel all of it', hidden: true })).toBeTruthy();
  });

  it.each([
    ['where it is not allowed', anOrder({ lines: ofThree.lines })],
    [
      'for a single item, which is the whole order',
      anOrder({ availableActions: may('CANCEL', 'CANCEL_LINES') }),
    ],
  ])('is not offered %s', async (_where, order) => {
    await open(order);

    expect(screen.queryByRole('button', { name: 'Cancel items' })).toBeNull();
  });
});

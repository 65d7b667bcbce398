import { provideRouter } from '@angular/router';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';

import { aGraphError, FakeGraph } from '../../testing/fake-graph';
import { anEvent, anOrder } from '../../testing/orders';
import { OrderDetail } from './order-detail';

function aGraphWith(order: object | null): FakeGraph {
  return new FakeGraph().answer('OrderDetail', () => ({
    shop: { __typename: 'Shop', pricesIncludeTax: true },
    order,
  }));
}

async function openOrder(graph: FakeGraph, permissions?: Parameters<FakeGraph['provide']>[0]) {
  await render(OrderDetail, {
    inputs: { id: 'o1' },
    providers: [graph.provide(permissions), provideRouter([])],
  });
}

function done(order: object) {
  return { __typename: 'Payload', order, userErrors: [] };
}

function refused(typename: string, message: string) {
  const problem = { __typename: typename, code: 'VERSION_CONFLICT', message, path: null };
  return { __typename: 'Payload', order: null, userErrors: [problem] };
}

describe('order detail', () => {
  it('moves the order along from the version that was looked at', async () => {
    const graph = aGraphWith(anOrder({ version: 7 })).answer('TransitionOrder', () => ({
      orderTransition: done(anOrder({ version: 8, status: 'CONFIRMED', actions: [] })),
    }));
    await openOrder(graph);

    (await screen.findByRole('button', { name: 'Confirm order' })).click();

    expect(await screen.findByText('Order HT-1001 confirmed.')).toBeTruthy();
    expect(screen.getByTestId('order-status').getAttribute('data-status')).toBe('CONFIRMED');
    expect(graph.variablesOf('TransitionOrder')).toEqual([
      {
        input: {
          orderId: 'o1',
          expectedVersion: 7,
          transition: 'CONFIRM',
          idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ]);
  });

  it('asks for a reload when somebody else was faster', async () => {
    const graph = aGraphWith(anOrder()).answer('TransitionOrder', () => ({
      orderTransition: refused('VersionConflict', 'Stale.'),
    }));
    await openOrder(graph);

    (await screen.findByRole('button', { name: 'Confirm order' })).click();
    (await screen.findByRole('button', { name: 'Reload order' })).click();

    await waitFor(() => expect(graph.variablesOf('OrderDetail')).toHaveLength(2));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tries again with the same key when no answer came', async () => {
    const graph = aGraphWith(anOrder()).answer('TransitionOrder', () => {
      throw new TypeError('Failed to fetch');
    });
    await openOrder(graph);
    const confirm = await screen.findByRole('button', { name: 'Confirm order' });

    confirm.click();
    await screen.findByText(/cannot be reached/);
    confirm.click();
    await waitFor(() => expect(graph.variablesOf('TransitionOrder')).toHaveLength(2));

    const [first, second] = graph.inputsOf('TransitionOrder');
    expect(second!['idempotencyKey']).toBe(first!['idempotencyKey']);
  });

  it('ships with carrier and tracking number', async () => {
    const graph = aGraphWith(anOrder({ actions: ['SHIP'] })).answer('TransitionOrder', () => ({
      orderTransition: done(anOrder({ status: 'SHIPPED', actions: [] })),
    }));
    await openOrder(graph);

    (await screen.findByRole('button', { name: 'Ship order' })).click();
    fireEvent.input(await screen.findByLabelText('Carrier'), { target: { value: 'DHL ' } });
    fireEvent.input(screen.getByLabelText('Tracking number'), { target: { value: '0034' } });
    screen.getAllByRole('button', { name: 'Ship order', hidden: false }).at(-1)!.click();

    await waitFor(() =>
      expect(graph.inputsOf('TransitionOrder')[0]).toMatchObject({
        transition: 'SHIP',
        carrier: 'DHL',
        trackingNumber: '0034',
      }),
    );
    expect(graph.inputsOf('TransitionOrder')[0]).not.toHaveProperty('note');
  });

  it('keeps the order when the cancel dialog is dismissed', async () => {
    const graph = aGraphWith(anOrder());
    await openOrder(graph);

    (await screen.findByRole('button', { name: 'Cancel order' })).click();
    (await screen.findByRole('button', { name: 'Keep order' })).click();

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(graph.variablesOf('CancelOrder')).toEqual([]);
  });

  it('refunds only with a reason', async () => {
    const graph = aGraphWith(anOrder({ actions: ['REFUND'] })).answer('RefundOrder', () => ({
      orderRefund: done(anOrder({ status: 'REFUNDED', actions: [] })),
    }));
    await openOrder(graph);
    (await screen.findByRole('button', { name: 'Refund order' })).click();
    const reason = await screen.findByLabelText('Reason');
    const submit = screen.getAllByRole('button', { name: 'Refund order' }).at(-1)!;

    submit.click();
    expect(await screen.findByText('Say why.')).toBeTruthy();
    fireEvent.input(reason, { target: { value: 'Arrived bent' } });
    submit.click();

    await waitFor(() => expect(graph.inputsOf('RefundOrder')[0]?.['reason']).toBe('Arrived bent'));
  });

  it('follows what others do to the order', async () => {
    const graph = aGraphWith(anOrder());
    await openOrder(graph);
    await screen.findByText('Order placed');

    const order = anOrder({
      version: 2,
      status: 'CONFIRMED',
      events: [anEvent(1, 'PLACED'), anEvent(2, 'CONFIRMED')],
    });
    graph.publish('OrderTimeline', {
      orderEvents: { __typename: 'OrderEvent', cursor: 'c2', sequence: 2, order },
    });

    expect(await screen.findByText('Order confirmed')).toBeTruthy();
    expect(screen.getByTestId('order-status').getAttribute('data-status')).toBe('CONFIRMED');
  });

  it('blocks every button, with the reason, for staff who may only look', async () => {
    await openOrder(aGraphWith(anOrder()), ['ORDERS_READ']);

    const confirm = await screen.findByRole('button', { name: 'Confirm order' });

    expect(confirm.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getAllByText(/may look at orders but not change them/)).toHaveLength(2);
  });

  it('says so when there is no such order', async () => {
    await openOrder(aGraphWith(null));

    expect(await screen.findByText('There is no such order')).toBeTruthy();
  });

  it('offers to try again when the order cannot be read', async () => {
    const graph = new FakeGraph().answer('OrderDetail', () => {
      throw aGraphError('INTERNAL_SERVER_ERROR');
    });
    await openOrder(graph);

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

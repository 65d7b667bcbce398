import { provideRouter, Router, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';

import { aGraphError, FakeGraph } from '../../testing/fake-graph';
import { anOrder, aPageOf } from '../../testing/orders';
import { OrderList } from './order-list';

async function openList(graph: FakeGraph, path = '/orders') {
  const { fixture } = await render('<router-outlet />', {
    imports: [RouterOutlet],
    providers: [
      graph.provide(),
      provideRouter(
        [
          { path: 'orders', component: OrderList },
          { path: 'orders/:id', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const router = fixture.debugElement.injector.get(Router);
  await router.navigateByUrl(path);
  return router;
}

function rowNumbers(): (string | null)[] {
  return screen.queryAllByTestId('order-row').map((row) => row.getAttribute('data-order-number'));
}

function placed(graph: FakeGraph, order: object) {
  graph.publish('OrderFeed', {
    orderFeed: { __typename: 'OrderEvent', cursor: 'c1', type: 'PLACED', order },
  });
}

const existing = anOrder({ id: 'o1', number: 'HT-1001' });
const arriving = anOrder({ id: 'o2', number: 'HT-1002' });

describe('order list', () => {
  it('links each row to its order and shows its statuses', async () => {
    await openList(new FakeGraph().answer('OrderList', () => aPageOf(existing)));

    const row = await screen.findByTestId('order-row');
    const link = within(row).getByRole('link', { name: 'HT-1001' });

    expect(link.getAttribute('href')).toBe('/orders/o1');
    expect(within(row).getByTestId('order-status').getAttribute('data-status')).toBe('PENDING');
    expect(within(row).getByText('Unpaid')).toBeTruthy();
    expect(within(row).getByText('£24.00')).toBeTruthy();
  });

  it('puts a new order on top without being asked', async () => {
    const graph = new FakeGraph().answer('OrderList', () => aPageOf(existing));
    await openList(graph);
    await screen.findByTestId('order-row');

    placed(graph, arriving);

    await waitFor(() => expect(rowNumbers()).toEqual(['HT-1002', 'HT-1001']));
    expect(screen.getByText('1 new order arrived.')).toBeTruthy();
  });

  it('changes a row in place when its order moves on', async () => {
    const graph = new FakeGraph().answer('OrderList', () => aPageOf(existing));
    await openList(graph);
    await screen.findByTestId('order-row');

    const order = anOrder({ id: 'o1', number: 'HT-1001', version: 2, status: 'CONFIRMED' });
    graph.publish('OrderFeed', {
      orderFeed: { __typename: 'OrderEvent', cursor: 'c2', type: 'CONFIRMED', order },
    });

    expect(await screen.findByText('Confirmed')).toBeTruthy();
    expect(rowNumbers()).toEqual(['HT-1001']);
  });

  it('only announces a new order while a filter is on', async () => {
    const graph = new FakeGraph().answer('OrderList', () => aPageOf(existing));
    await openList(graph, '/orders?view=unpaid');
    await screen.findByTestId('order-row');

    placed(graph, arriving);

    expect(await screen.findByRole('link', { name: /1 new order – show/ })).toBeTruthy();
    expect(rowNumbers()).toEqual(['HT-1001']);
  });

  it('goes on after the last event it was told when the connection comes back', async () => {
    const graph = new FakeGraph().answer('OrderList', () => aPageOf(existing));
    await openList(graph);
    await screen.findByTestId('order-row');
    placed(graph, arriving);
    await waitFor(() => expect(rowNumbers()).toEqual(['HT-1002', 'HT-1001']));

    graph.connected.next();

    expect(graph.variablesAtConnect('OrderFeed')).toEqual({ after: 'c1' });
    expect(graph.variablesOf('OrderList')).toHaveLength(1);
  });

  it('reads the list again once the connection is there, while it has been told nothing', async () => {
    const graph = new FakeGraph().answer('OrderList', () => aPageOf(existing));
    await openList(graph);
    await screen.findByTestId('order-row');

    graph.answer('OrderList', () => aPageOf(arriving, existing));
    graph.connected.next();

    await waitFor(() => expect(rowNumbers()).toEqual(['HT-1002', 'HT-1001']));
  });

  it('keeps the rows when reading them again fails', async () => {
    const graph = new FakeGraph().answer('OrderList', () => aPageOf(existing));
    await openList(graph);
    await screen.findByTestId('order-row');

    graph.answer('OrderList', () => {
      throw aGraphError('INTERNAL_SERVER_ERROR');
    });
    graph.connected.next();

    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(rowNumbers()).toEqual(['HT-1001']);
  });

  it('tells an empty shop from a search that finds nothing', async () => {
    const router = await openList(new FakeGraph().answer('OrderList', () => aPageOf()));
    expect(await screen.findByText('Nothing sold yet')).toBeTruthy();

    await router.navigateByUrl('/orders?q=zzz');

    expect(await screen.findByText('Nothing matches')).toBeTruthy();
  });

  it('offers to try again when the orders cannot be read', async () => {
    const graph = new FakeGraph().answer('OrderList', () => {
      throw aGraphError('INTERNAL_SERVER_ERROR');
    });
    await openList(graph);
    const retry = await screen.findByRole('button', { name: 'Try again' });

    graph.answer('OrderList', () => aPageOf(existing));
    retry.click();

    await waitFor(() => expect(rowNumbers()).toEqual(['HT-1001']));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows no rows of another filter when a filter fails', async () => {
    const graph = new FakeGraph().answer('OrderList', ({ where }) => {
      if (where) throw aGraphError('INTERNAL_SERVER_ERROR');
      return aPageOf(existing);
    });
    const router = await openList(graph);
    await screen.findByTestId('order-row');

    await router.navigateByUrl('/orders?q=ada');

    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(rowNumbers()).toEqual([]);
  });

  it('moves through the rows with the arrow keys', async () => {
    await openList(new FakeGraph().answer('OrderList', () => aPageOf(arriving, existing)));
    const first = await screen.findByRole('link', { name: 'HT-1002' });
    first.focus();

    first.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));

    expect(document.activeElement?.textContent).toContain('HT-1001');
  });
});

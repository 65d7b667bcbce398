import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import type { Permission } from '../../shared/graphql/types.generated';
import { FakeGraph } from '../../testing/fake-graph';
import { press } from '../../testing/fields';
import { PaymentAlertsPage } from './payment-alerts';

const alert = {
  __typename: 'PaymentAlert',
  id: 'a1',
  kind: 'REFUND_FAILED',
  message: 'The bank refused the refund of £12.00.',
  orderId: 'o1',
  raisedAt: '2026-11-20T09:00:00.000Z',
};

async function open(graph: FakeGraph, permissions?: readonly Permission[]) {
  await render(PaymentAlertsPage, {
    providers: [graph.provide(permissions), provideRouter([])],
  });
  return screen.findByText('Refund failed');
}

describe('the payments to look at', () => {
  it('say what happened and lead to the order', async () => {
    const graph = new FakeGraph().answer('PaymentAlerts', () => ({ paymentAlerts: [alert] }));
    const row = (await open(graph)).closest('tr');

    expect(row?.textContent).toContain('The bank refused the refund of £12.00.');
    expect(screen.getByRole('link', { name: /^Open order/ }).getAttribute('href')).toBe(
      '/orders/o1',
    );
  });

  it('are gone once somebody has looked at them', async () => {
    let isOpen = true;
    const graph = new FakeGraph()
      .answer('PaymentAlerts', () => ({ paymentAlerts: isOpen ? [alert] : [] }))
      .answer('ResolvePaymentAlert', () => {
        isOpen = false;
        const resolved = { resolvedAt: '2026-11-20T10:00:00.000Z', resolvedBy: 'Ada' };
        return {
          paymentAlertResolve: {
            __typename: 'PaymentAlertResolvePayload',
            paymentAlert: { ...alert, ...resolved },
            userErrors: [],
          },
        };
      });
    await open(graph);

    press(/^Looked at/);

    expect(await screen.findByText('Nothing to look at')).toBeTruthy();
    await waitFor(() => expect(graph.inputsOf('ResolvePaymentAlert')).toEqual([{ id: 'a1' }]));
  });

  it('are only read by staff who may not change orders', async () => {
    const graph = new FakeGraph().answer('PaymentAlerts', () => ({ paymentAlerts: [alert] }));
    await open(graph, ['ORDERS_READ']);

    expect(screen.queryByRole('button', { name: /^Looked at/ })).toBeNull();
  });
});

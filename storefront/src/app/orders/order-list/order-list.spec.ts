import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { anOrder, asAnswered } from '../testing/an-order';
import { OrderList } from './order-list';

async function open(orders: object[], path = '/account/orders', hasNextPage = false) {
  const api = new FakeApi().on('OrderList', () => ({
    me: {
      __typename: 'Customer',
      id: 'customer-1',
      orders: {
        totalCount: orders.length,
        nodes: orders,
        pageInfo: { hasNextPage, endCursor: hasNextPage ? 'cursor-10' : null },
      },
    },
  }));
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      provideRouter(
        [{ path: 'account/orders', component: OrderList }],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  return api;
}

describe('the list of orders', () => {
  it('shows each order with its state and leads to it', async () => {
    await open([asAnswered(anOrder({ status: 'SHIPPED' }))]);

    const link = await screen.findByRole('link', { name: /Order HT-1001/ });
    expect(link.getAttribute('href')).toBe('/account/orders/order-1');
    expect(link.textContent).toContain('Shipped');
  });

  it('leads to older orders by a link', async () => {
    await open([asAnswered(anOrder())], '/account/orders', true);

    const older = await screen.findByRole('link', { name: 'Older orders' });
    expect(older.getAttribute('href')).toBe('/account/orders?after=cursor-10');
  });

  it('begins where the address says', async () => {
    const api = await open([asAnswered(anOrder())], '/account/orders?after=cursor-10');
    await screen.findByRole('link', { name: 'Newest orders' });

    expect(api.requests[0]?.variables).toEqual({ first: 10, after: 'cursor-10' });
  });

  it('leads on when there is none yet', async () => {
    await open([]);

    expect(await screen.findByRole('heading', { name: 'No orders yet' })).toBeTruthy();
  });
});

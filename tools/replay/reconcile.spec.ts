import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addressMark } from './buyer.ts';
import { type OwnSums, reconcile } from './reconcile.ts';
import type { StaffOrder } from './staff.ts';

const run = 'abcd1234';

const pounds = (amount: string) => ({ amount, currencyCode: 'GBP' });

function anOrder(changes: Partial<StaffOrder> = {}): StaffOrder {
  return {
    id: 'one',
    status: 'PENDING',
    paymentStatus: 'PAID',
    cost: { total: pounds('12.50') },
    balance: { captured: pounds('12.50'), refunded: pounds('0.00') },
    shippingAddress: { line2: addressMark(run, '700001') },
    lines: [
      { quantity: 4, cancelledQuantity: 0 },
      { quantity: 1, cancelledQuantity: 0 },
    ],
    ...changes,
  };
}

const soldOne: OwnSums = {
  orders: 1,
  unitsSold: 5n,
  unitsReturned: 0n,
  orderedMinor: 1250n,
  paidMinor: 1250n,
  refundedMinor: 0n,
};
const sale = { kind: 'SALE', units: -5 };

test('agrees when replay, orders and ledger tell the same', () => {
  const { agrees } = reconcile(run, soldOne, [anOrder()], [sale]);

  assert.equal(agrees, true);
});

test('counts a cancelled order as sold, returned, taken and refunded', () => {
  const own = { ...soldOne, unitsReturned: 5n, refundedMinor: 1250n };
  const order = anOrder({
    status: 'CANCELLED',
    paymentStatus: 'REFUNDED',
    balance: { captured: pounds('12.50'), refunded: pounds('12.50') },
    lines: [{ quantity: 5, cancelledQuantity: 5 }],
  });
  const { agrees } = reconcile(run, own, [order], [sale, { kind: 'CANCELLATION', units: 5 }]);

  assert.equal(agrees, true);
});

test('counts what was cancelled of an order', () => {
  const own = { ...soldOne, unitsReturned: 2n, refundedMinor: 500n };
  const order = anOrder({
    paymentStatus: 'PARTIALLY_REFUNDED',
    balance: { captured: pounds('12.50'), refunded: pounds('5.00') },
    lines: [{ quantity: 5, cancelledQuantity: 2 }],
  });
  const { agrees } = reconcile(run, own, [order], [sale, { kind: 'CANCELLATION', units: 2 }]);

  assert.equal(agrees, true);
});

test('notices a penny, a unit in the ledger and an order that nobody told the replay about', () => {
  const penny = reconcile(run, { ...soldOne, paidMinor: 1251n }, [anOrder()], [sale]);
  const unit = reconcile(run, soldOne, [anOrder()], [{ kind: 'SALE', units: -6 }]);
  const order = reconcile(run, soldOne, [anOrder(), anOrder()], [{ kind: 'SALE', units: -10 }]);
  const differing = ({ comparisons }: typeof penny) =>
    comparisons.filter(({ agrees }) => !agrees).map(({ figure }) => figure);

  assert.deepEqual(differing(penny), ['money taken']);
  assert.deepEqual(differing(unit), ['units sold']);
  assert.deepEqual(differing(order), ['orders', 'units sold', 'money ordered', 'money taken']);
});

test('leaves out what others bought meanwhile', () => {
  const lines = [{ quantity: 3, cancelledQuantity: 0 }];
  const foreign = anOrder({ shippingAddress: { line2: null }, lines });
  const { agrees, foreignOrders } = reconcile(
    run,
    soldOne,
    [anOrder(), foreign],
    [{ kind: 'SALE', units: -8 }],
  );

  assert.equal(agrees, true);
  assert.equal(foreignOrders, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addressMark } from './buyer.ts';
import { type OwnSums, reconcile } from './reconcile.ts';
import type { StaffOrder } from './staff.ts';

const run = 'abcd1234';

function anOrder(changes: Partial<StaffOrder> = {}): StaffOrder {
  return {
    id: 'one',
    status: 'PENDING',
    paymentStatus: 'PAID',
    cost: { total: { amount: '12.50', currencyCode: 'GBP' } },
    shippingAddress: { line2: addressMark(run, '700001') },
    lines: [{ quantity: 4 }, { quantity: 1 }],
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
  const order = anOrder({ status: 'CANCELLED', paymentStatus: 'REFUNDED' });
  const { agrees } = reconcile(run, own, [order], [sale, { kind: 'CANCELLATION', units: 5 }]);

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
  const foreign = anOrder({ shippingAddress: { line2: null }, lines: [{ quantity: 3 }] });
  const { agrees, foreignOrders } = reconcile(
    run,
    soldOne,
    [anOrder(), foreign],
    [{ kind: 'SALE', units: -8 }],
  );

  assert.equal(agrees, true);
  assert.equal(foreignOrders, 1);
});

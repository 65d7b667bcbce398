import fc from 'fast-check';

import { refundableMinor, type RefundablePayment, shareRefund } from './share-refund';

const payment = (
  id: string,
  capturedMinor: bigint,
  refundedMinor = 0n,
  providerCode = 'stripe',
): RefundablePayment => ({ id, providerCode, capturedMinor, refundedMinor });

const anyPayment = fc
  .record({
    captured: fc.bigInt(0n, 10_000n),
    share: fc.integer({ min: 0, max: 100 }),
    code: fc.constantFrom('manual', 'stripe', 'gift-card'),
  })
  .map(({ captured, share, code }) =>
    payment(`${code}-${captured}-${share}`, captured, (captured * BigInt(share)) / 100n, code),
  );
const anyPayments = fc
  .array(anyPayment, { maxLength: 5 })
  .map((payments) => payments.map((one, index) => ({ ...one, id: `${index}` })));

describe('a refund', () => {
  it('goes to the card before the gift card', () => {
    const payments = [payment('gift', 500n, 0n, 'gift-card'), payment('card', 1_200n)];

    expect(shareRefund(payments, 1_000n)).toEqual([{ paymentId: 'card', amountMinor: 1_000n }]);
    expect(shareRefund(payments, 1_500n)).toEqual([
      { paymentId: 'card', amountMinor: 1_200n },
      { paymentId: 'gift', amountMinor: 300n },
    ]);
  });

  it('leaves out what went back before', () => {
    const payments = [payment('card', 1_200n, 1_200n), payment('transfer', 300n, 100n, 'manual')];

    expect(refundableMinor(payments)).toBe(200n);
    expect(shareRefund(payments, 200n)).toEqual([{ paymentId: 'transfer', amountMinor: 200n }]);
    expect(shareRefund(payments, 201n)).toBeUndefined();
  });

  it('of nothing, or of less, is none', () => {
    expect(shareRefund([payment('card', 100n)], 0n)).toBeUndefined();
    expect(shareRefund([payment('card', 100n)], -1n)).toBeUndefined();
  });

  it('always sums to what was asked for and never exceeds what any payment has left', () => {
    fc.assert(
      fc.property(anyPayments, fc.bigInt(1n, 60_000n), (payments, amountMinor) => {
        const parts = shareRefund(payments, amountMinor);
        if (!parts) return amountMinor > refundableMinor(payments);
        const byId = new Map(payments.map((one) => [one.id, one]));
        const isWithin = parts.every(({ paymentId, amountMinor: part }) => {
          const one = byId.get(paymentId);
          return one && part > 0n && one.refundedMinor + part <= one.capturedMinor;
        });
        return isWithin && parts.reduce((sum, part) => sum + part.amountMinor, 0n) === amountMinor;
      }),
      { numRuns: 2_000 },
    );
  });

  it('never ends in more than was captured, however many follow each other', () => {
    fc.assert(
      fc.property(
        anyPayments,
        fc.array(fc.bigInt(1n, 8_000n), { maxLength: 12 }),
        (payments, amounts) => {
          let now: readonly RefundablePayment[] = payments;
          for (const amountMinor of amounts) {
            const parts = shareRefund(now, amountMinor) ?? [];
            now = now.map((one) => {
              const part = parts.find(({ paymentId }) => paymentId === one.id);
              return { ...one, refundedMinor: one.refundedMinor + (part?.amountMinor ?? 0n) };
            });
          }
          return now.every(({ capturedMinor, refundedMinor }) => refundedMinor <= capturedMinor);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

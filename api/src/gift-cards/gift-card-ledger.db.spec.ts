import fc from 'fast-check';

import { accepted } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import { createTestApp, type TestApp } from '../testing';
import { GiftCardRepository } from './persistence/gift-card.repository';
import { HeldBalances } from './persistence/held-balances';

const actor = { kind: 'system' } as const;
const idOf = (kind: string, at: number) =>
  `01900000-0000-7000-8${kind}-${String(at).padStart(12, '0')}`;

/** What may happen to two cards, in any order. */
const happening = fc.oneof(
  fc.record({
    kind: fc.constant('move'),
    card: fc.nat(1),
    amount: fc.integer({ min: -60, max: 60 }),
  }),
  fc.record({
    kind: fc.constant('hold'),
    card: fc.nat(1),
    amount: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ kind: fc.constantFrom('release', 'spend'), card: fc.constant(0), amount: fc.nat(7) }),
);

/** The same in a few lines of arithmetic. */
class Model {
  readonly balances = [100, 100];
  readonly holds = new Map<number, readonly [card: number, amount: number]>();

  held(card: number): number {
    return [...this.holds.values()].reduce((sum, [of, by]) => sum + (of === card ? by : 0), 0);
  }

  move(card: number, amount: number): boolean {
    const after = (this.balances[card] ?? 0) + amount;
    if (amount === 0 || after < this.held(card)) return false;
    this.balances[card] = after;
    return true;
  }

  hold(checkout: number, card: number, amount: number): boolean {
    if (this.holds.has(checkout) || this.held(card) + amount > (this.balances[card] ?? 0))
      return false;
    this.holds.set(checkout, [card, amount]);
    return true;
  }
}

describe('the ledger of gift cards', () => {
  let test: TestApp;
  let cards: GiftCardRepository;
  const balances = new HeldBalances();
  let runs = 0;

  beforeAll(async () => {
    test = await createTestApp();
    cards = new GiftCardRepository(test.app.platform.dataSource);
  });
  afterAll(() => test.close());

  /** Whether the database took it. */
  const takes = async (work: (tx: Transaction) => Promise<unknown>): Promise<boolean> => {
    try {
      await test.app.platform.transactions.run(async (tx) => {
        await work(tx);
        return accepted(null);
      });
      return true;
    } catch {
      return false;
    }
  };
  const make = (id: string) =>
    takes(async (tx) => {
      const createdAt = new Date();
      await cards.insert(tx, {
        id,
        codeHash: Buffer.from(id),
        last4: 'TEST',
        currencyCode: 'GBP',
        initialMinor: 100n,
        expiresAt: null,
        recipientEmail: null,
        message: null,
        createdAt,
      });
      const entry = { giftCardId: id, kind: 'ISSUE', amountMinor: 100n } as const;
      await cards.record(tx, { ...entry, actor, occurredAt: createdAt });
    });

  it('agrees with a model whatever happens, and refuses what would overdraw a card', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async (happenings) => {
        runs += 1;
        const ids = [idOf('001', runs * 2), idOf('001', runs * 2 + 1)];
        for (const id of ids) await make(id);
        const model = new Model();
        const checkouts: string[] = [];
        for (const { kind, card, amount } of happenings) {
          const occurredAt = new Date();
          const id = ids[card] ?? '';
          if (kind === 'move') {
            const entry = { giftCardId: id, kind: 'ADJUST', amountMinor: BigInt(amount) } as const;
            expect(
              await takes((tx) =>
                cards.record(tx, { ...entry, reason: 'Test', actor, occurredAt }),
              ),
            ).toBe(model.move(card, amount));
          } else if (kind === 'hold') {
            const checkout = idOf('002', runs * 100 + checkouts.length);
            const isHeld = model.hold(checkouts.length, card, amount);
            checkouts.push(checkout);
            const wanted = [{ id, amountMinor: BigInt(amount) }];
            expect(await takes((tx) => balances.hold(tx, checkout, wanted))).toBe(isHeld);
          } else {
            const checkout = checkouts[amount];
            if (checkout === undefined) continue;
            const [of, by] = model.holds.get(amount) ?? [0, 0];
            model.holds.delete(amount);
            if (kind === 'spend') model.balances[of] = (model.balances[of] ?? 0) - by;
            const orderId = idOf('003', runs * 100 + amount);
            expect(
              await takes((tx) =>
                kind === 'spend'
                  ? balances.spend(tx, checkout, { orderId, actor, occurredAt })
                  : balances.release(tx, checkout),
              ),
            ).toBe(true);
          }
        }
        const stored = await cards.byIds(ids);
        const entries = await cards.entriesOf(ids);
        for (const [at, id] of ids.entries()) {
          const found = stored.find((each) => each.id === id);
          const sum = entries
            .filter(({ giftCardId }) => giftCardId === id)
            .reduce((total, { amountMinor }) => total + amountMinor, 0n);
          expect([Number(found?.balanceMinor), Number(found?.heldMinor), Number(sum)]).toEqual([
            model.balances[at],
            model.held(at),
            model.balances[at],
          ]);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

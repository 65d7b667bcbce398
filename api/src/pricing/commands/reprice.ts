import type { CatalogModule } from '../../catalog';
import type { Clock } from '../../kernel/clock';
import { accepted } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { unitPrice } from '../domain/price-rules';
import { PRICING_TAG } from '../domain/pricing-tag';
import { comparedSince, priorPrice } from '../domain/prior-price';
import type { AskedPrices } from '../persistence/asked-prices';
import type { PriceListRepository, RuleRecord } from '../persistence/price-list.repository';

/**
 * Keeps the prices that everybody is shown what the price lists in force make of the base prices. They are worked
 * out when something changes, never when somebody reads: reading knows no clock.
 */
export class Reprice {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly lists: PriceListRepository,
    private readonly asked: AskedPrices,
    private readonly shown: CatalogModule['prices'],
    private readonly clock: Clock,
  ) {}

  /** Lets price lists begin and end whose time has come, and shows the prices that follow. */
  async followClock(): Promise<void> {
    await this.transactions.run(async (tx) => {
      const switched = await this.lists.switchAt(tx, this.clock.now());
      if (switched.length > 0) {
        tx.changed(PRICING_TAG);
        const rules = await this.lists.rulesOf(switched, tx.manager);
        await this.concerned(tx, [...rules.values()].flat());
      }
      return accepted(null);
    });
  }

  /** Works out anew what rules concern, after they have changed. */
  async concerned(tx: Transaction, rules: readonly RuleRecord[]): Promise<void> {
    const isEverything = rules.some((rule) => !rule.productId && !rule.variationId);
    if (isEverything) return this.products(tx, 'all');
    const variationIds = rules.flatMap(({ variationId }) => variationId ?? []);
    const productIds = rules.flatMap(({ productId }) => productId ?? []);
    const named = await this.shown.named(tx, { productIds, variationIds });
    const ids = [...new Set(named.map(({ productId }) => productId))];
    if (ids.length > 0) await this.products(tx, ids);
  }

  /** Works out anew what these products, or all of them, cost. */
  async products(tx: Transaction, productIds: readonly string[] | 'all'): Promise<void> {
    const now = this.clock.now();
    const prices = await this.shown.lock(tx, productIds);
    // Read after the lock: whoever changes lists meanwhile either waits for it or has committed.
    const rules = await this.asked.rulesForAll(tx);
    const ids = prices.map(({ variationId }) => variationId);
    const before = await this.asked.current(tx, ids);
    const due = prices.map((price) => {
      const purchase = { ...price, quantity: 1, customerGroup: undefined };
      return { ...price, ...unitPrice(price.basePriceMinor, rules, purchase) };
    });
    const changed = due.filter((price) => before.get(price.variationId) !== price.priceMinor);
    if (changed.length > 0) await this.asked.change(tx, changed, now);
    // What is new is shown at its base price already, and has no other to compare it with.
    const known = new Set(
      changed.map(({ variationId }) => variationId).filter((id) => before.has(id)),
    );
    const others = due.filter(
      (price) => price.priceMinor !== price.shownPriceMinor || known.has(price.variationId),
    );
    if (others.length === 0) return;
    const past = await this.asked.endedAfter(
      tx,
      others.map(({ variationId }) => variationId),
      comparedSince(now),
    );
    await this.shown.show(
      tx,
      others.map(({ productId, variationId, priceMinor, priceListId }) => ({
        productId,
        variationId,
        listPriceMinor: priceListId === undefined ? undefined : priceMinor,
        priorPriceMinor: priorPrice(priceMinor, past.get(variationId) ?? [], now),
      })),
    );
  }
}

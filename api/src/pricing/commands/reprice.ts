import type { CatalogModule, VariationPrice } from '../../catalog';
import type { Clock } from '../../kernel/clock';
import { accepted } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { bundlePrice } from '../domain/bundle-price';
import { type UnitPrice, unitPrice } from '../domain/price-rules';
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

  /** Works out anew what these products, or all of them, cost, and then the bundles whose prices are made of theirs. */
  async products(tx: Transaction, productIds: readonly string[] | 'all'): Promise<void> {
    const prices = await this.shown.lock(tx, productIds);
    await this.reprice(
      tx,
      prices.filter(({ bundle }) => !bundle),
    );
    const own = prices.filter(({ bundle }) => bundle).map(({ productId }) => productId);
    const bundles = new Set([...own, ...(await this.shown.bundlesOf(tx, productIds))]);
    if (bundles.size > 0) await this.reprice(tx, await this.shown.lock(tx, [...bundles]));
  }

  /** Compares these products with nothing that they cost before: they are other things now. */
  async forget(tx: Transaction, productIds: readonly string[]): Promise<void> {
    const named = await this.shown.named(tx, { productIds, variationIds: [] });
    await this.asked.forget(
      tx,
      named.map(({ variationId }) => variationId),
    );
  }

  private async reprice(tx: Transaction, prices: readonly VariationPrice[]): Promise<void> {
    if (prices.length === 0) return;
    const now = this.clock.now();
    // Read after the lock: whoever changes lists meanwhile either waits for it or has committed.
    const rules = await this.asked.rulesForAll(tx);
    const ids = prices.map(({ variationId }) => variationId);
    const before = await this.asked.current(tx, ids);
    const due = prices.map((price) => {
      const purchase = { ...price, quantity: 1, customerGroup: undefined };
      return {
        ...price,
        ...bundlePriceOr(price, unitPrice(price.basePriceMinor, rules, purchase)),
      };
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
      others.map(({ productId, variationId, priceMinor, isListed }) => ({
        productId,
        variationId,
        listPriceMinor: isListed ? priceMinor : undefined,
        priorPriceMinor: priorPrice(priceMinor, past.get(variationId) ?? [], now),
      })),
    );
  }
}

/** The price that everybody is asked; it is written down beside the base price where it does not follow from that. */
interface AskedUnitPrice {
  readonly priceMinor: bigint;
  readonly isListed: boolean;
}

/** A bundle whose price is made of its parts costs that, whatever lists say of the bundle itself. */
function bundlePriceOr({ bundle }: VariationPrice, listed: UnitPrice): AskedUnitPrice {
  const { priceMinor, priceListId } = listed;
  if (!bundle) return { priceMinor, isListed: priceListId !== undefined };
  const { rule, sumMinor } = bundle;
  return { priceMinor: bundlePrice(rule, { ownMinor: priceMinor, sumMinor }), isListed: true };
}

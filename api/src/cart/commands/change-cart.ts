import type { DataSource, EntityManager } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../../catalog';
import type { StockReadModel, StockRow } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { PricingReader } from '../../pricing';
import type { CartOwner } from '../cart-owner';
import { buyerOf, type CartView, priced } from '../cart-reader';
import type { CouponReader } from '../coupon-reader';
import { changeCart } from '../domain/cart-change';
import { variationIdsOf } from '../domain/line-goods';
import { shownPrice } from '../line-view';
import type { CartRecord, CartRepository } from '../persistence/cart.repository';
import { linesToSet } from '../persistence/cart-lines';
import { refuseCoupons } from './coupon-check';
import { demandedIds, shortagesOf } from './stock-check';
import { type CartWish, namedVariations, toChanges } from './wishes';

/** A changed cart, and the stock that was looked at for it. */
export interface ChangedCart {
  readonly view: CartView;
  readonly levels: readonly StockRow[];
}

/** Everything that somebody wants changed at once. */
export interface CartRequest {
  readonly wishes: readonly CartWish[];
  readonly expectedVersion?: number | undefined;
  /** Nobody can have made the cart yet. */
  readonly isNew?: boolean;
}

/** What carts need to know of the shop. */
export interface CartShop {
  readonly catalog: CatalogReader;
  readonly stock: StockReadModel;
  readonly pricing: PricingReader;
  readonly coupons: CouponReader;
}

/**
 * Changes carts, all that was asked at once or nothing. A change is decided on what was read and written in one statement,
 * if the cart is still the same by then. If it is not, the cart's row is locked first: parallel changes queue and none is
 * lost.
 */
export class ChangeCart {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly carts: CartRepository,
    private readonly shop: CartShop,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Makes the changes. An owner without a cart gets one where something is put into it. */
  async run(owner: CartOwner, request: CartRequest): Promise<Result<ChangedCart>> {
    const known = request.isNew ? undefined : await this.carts.find(owner);
    const done = await this.attempt(this.dataSource.manager, owner, known, request);
    if (done) return done;
    return this.transactions.run(async (tx) => {
      for (;;) {
        const locked = await this.carts.lock(tx, owner);
        const outcome = await this.attempt(tx.manager, owner, locked, request);
        if (outcome) return outcome;
      }
    });
  }

  /** Undefined when the cart was changed, or made, since it was read. */
  private async attempt(
    manager: EntityManager,
    owner: CartOwner,
    cart: CartRecord | undefined,
    { wishes, expectedVersion, isNew = false }: CartRequest,
  ): Promise<Result<ChangedCart> | undefined> {
    if (!cart && !isNew && !wishes.some(makesCart)) {
      return refused({ code: 'NOT_FOUND', message: 'There is no cart.' });
    }
    const conflict = versionConflict(cart?.version ?? 0, expectedVersion);
    if (conflict) return conflict;
    const variations = await this.variations(manager, cart, wishes);
    const changes = toChanges(wishes, variations);
    if (!changes.ok) return changes;
    const unusable = await refuseCoupons(this.shop.coupons, changes.value, cart, manager);
    if (unusable.length > 0) return refused(...unusable);
    const { lines, couponCodes: before } = cart ?? { lines: [], couponCodes: [] };
    const outcome = changeCart({ lines, couponCodes: before }, changes.value);
    if (!outcome.ok) return outcome;
    const { set: wanted, removedIds, couponCodes } = outcome.value;
    const levels = await this.levels(manager, wanted, variations);
    const shortages = shortagesOf(wanted, cart, removedIds, levels);
    if (shortages.length > 0) return refused(...shortages);
    const set = linesToSet(lines, wanted, (goods) => shownPrice(goods, variations));
    const now = this.clock.now();
    const customerId = owner.kind === 'customer' ? owner.customerId : null;
    const buyer = buyerOf({ ...cart, customerId, couponCodes });
    const terms = await this.shop.pricing.terms(buyer, manager);
    const written = cart
      ? await this.carts.write(cart, { set, removedIds, couponCodes }, now, manager)
      : await this.carts.create(owner, { set, couponCodes }, now, manager);
    return written && accepted({ view: priced(written, variations, terms), levels });
  }

  /** All that is in the cart or shall be; of a bundle without chosen parts also what it has by default. */
  private async variations(
    manager: EntityManager,
    cart: CartRecord | undefined,
    wishes: readonly CartWish[],
  ): Promise<ReadonlyMap<string, CatalogVariation>> {
    const ids = new Set([...variationIdsOf(cart?.lines ?? []), ...namedVariations(wishes)]);
    const known = await this.shop.catalog.variations(manager, [...ids]);
    const partIds = wishes.flatMap((wish) => {
      const bundle = wish.kind === 'ADD' && !wish.parts && known.get(wish.variationId)?.bundle;
      const options = bundle ? bundle.choices.flatMap((choice) => choice.options) : [];
      return options.flatMap(({ variationId, defaultUnits }) =>
        defaultUnits > 0 && !ids.has(variationId) ? [variationId] : [],
      );
    });
    if (partIds.length === 0) return known;
    return new Map([...known, ...(await this.shop.catalog.variations(manager, partIds))]);
  }

  /** Of whole products: whoever is answered with the cart is shown their other variations' stock as well. */
  private async levels(
    manager: EntityManager,
    wanted: Parameters<typeof demandedIds>[0],
    variations: ReadonlyMap<string, CatalogVariation>,
  ): Promise<readonly StockRow[]> {
    if (wanted.length === 0) return [];
    const shown = wanted.flatMap(({ variationId }) => variations.get(variationId) ?? []);
    const ids = new Set([
      ...this.shop.catalog.variationIdsOfProducts(shown),
      ...demandedIds(wanted),
    ]);
    return [...(await this.shop.stock.byVariations([...ids], manager)).values()];
  }
}

function makesCart({ kind }: CartWish): boolean {
  return kind === 'ADD' || kind === 'APPLY_COUPON';
}

function versionConflict(version: number, expected: number | undefined): Result<never> | undefined {
  if (expected === undefined || expected === version) return undefined;
  return refused({
    code: 'VERSION_CONFLICT',
    message: 'The cart was changed meanwhile.',
    path: ['expectedVersion'],
    currentVersion: version,
  });
}

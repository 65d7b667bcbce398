import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';

import type { CatalogReader } from '../../catalog';
import { shortage, type StockReadModel, type StockRow } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import type { PricingReader } from '../../pricing';
import type { CartOwner } from '../cart-owner';
import { buyerOf, type CartView, priced } from '../cart-reader';
import {
  type CartLineState,
  type LineChange,
  lineUpdates,
  MAX_LINE_QUANTITY,
  quantitiesAfterAdding,
} from '../domain/cart-change';
import { type CartRecord, type CartRepository, linesToSet } from '../persistence/cart.repository';

const LINES_PER_CALL = 100;
const quantity = z.number().int().min(1, 'Order at least one.').max(MAX_LINE_QUANTITY);
const additions = z
  .array(z.object({ variationId: idInput, quantity }))
  .max(LINES_PER_CALL, `Send at most ${LINES_PER_CALL} lines at once.`);

export const createCartInput = z.object({
  lines: additions.nullish().transform((lines) => lines ?? []),
});
export const addLinesInput = z.object({
  lines: additions.min(1, 'Name at least one line.'),
  expectedVersion: expectedVersionInput,
});
export const updateLinesInput = z.object({
  lines: z
    .array(z.object({ lineId: idInput, quantity: quantity.or(z.literal(0)) }))
    .min(1, 'Name at least one line.')
    .max(LINES_PER_CALL),
  expectedVersion: expectedVersionInput,
});
export const removeLinesInput = z.object({
  lineIds: z.array(idInput).min(1, 'Name at least one line.').max(LINES_PER_CALL),
  expectedVersion: expectedVersionInput,
});

type Lines = readonly CartLineState[];

/** A changed cart, and the stock that was looked at for it. */
export interface ChangedCart {
  readonly view: CartView;
  readonly levels: readonly StockRow[];
}

/** A wish to change a cart, decided by what is in it. */
interface Wish {
  readonly expectedVersion: number | undefined;
  /** Whether an owner without a cart gets one. */
  readonly makesCart: boolean;
  decide(lines: Lines): Result<LineChange>;
}

/**
 * Changes carts. A change is decided on what was read and written in one statement, if the cart is still the same by
 * then. If it is not, the cart's row is locked first: parallel changes queue and none is lost.
 */
export class ChangeCart {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly carts: CartRepository,
    private readonly shop: {
      readonly catalog: CatalogReader;
      readonly stock: StockReadModel;
      readonly pricing: PricingReader;
    },
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Puts more into the owner's cart, making it when there is none. `isNew`: nobody can have made it yet. */
  add(
    owner: CartOwner,
    input: z.output<typeof addLinesInput>,
    isNew = false,
  ): Promise<Result<ChangedCart>> {
    const wish: Wish = {
      expectedVersion: input.expectedVersion,
      makesCart: true,
      decide: (lines) => {
        const quantities = quantitiesAfterAdding(lines, input.lines);
        return quantities.ok
          ? accepted({ quantities: quantities.value, removedIds: [] })
          : quantities;
      },
    };
    return this.change(owner, wish, isNew);
  }

  /** Sets quantities of lines; 0 removes one. */
  update(owner: CartOwner, input: z.output<typeof updateLinesInput>): Promise<Result<ChangedCart>> {
    return this.change(owner, {
      expectedVersion: input.expectedVersion,
      makesCart: false,
      decide: (lines) => lineUpdates(lines, input.lines),
    });
  }

  /** Removes lines. A line that is already gone is no error: the wish is fulfilled. */
  remove(owner: CartOwner, input: z.output<typeof removeLinesInput>): Promise<Result<ChangedCart>> {
    return this.change(owner, {
      expectedVersion: input.expectedVersion,
      makesCart: false,
      decide: () => accepted({ quantities: new Map(), removedIds: input.lineIds }),
    });
  }

  private async change(owner: CartOwner, wish: Wish, isNew = false): Promise<Result<ChangedCart>> {
    const known = isNew ? undefined : await this.carts.find(owner);
    const done = await this.attempt(this.dataSource.manager, owner, known, wish);
    if (done) return done;
    return this.transactions.run(async (tx) => {
      for (;;) {
        const locked = await this.carts.lock(tx, owner);
        const outcome = await this.attempt(tx.manager, owner, locked, wish);
        if (outcome) return outcome;
      }
    });
  }

  /** Undefined when the cart was changed, or made, since it was read. */
  private async attempt(
    manager: EntityManager,
    owner: CartOwner,
    cart: CartRecord | undefined,
    wish: Wish,
  ): Promise<Result<ChangedCart> | undefined> {
    if (!cart && !wish.makesCart) {
      return refused({ code: 'NOT_FOUND', message: 'There is no cart.' });
    }
    const conflict = versionConflict(cart?.version ?? 0, wish.expectedVersion);
    if (conflict) return conflict;
    const lines = cart?.lines ?? [];
    const decision = wish.decide(lines);
    if (!decision.ok) return decision;
    const { quantities, removedIds } = decision.value;
    const ids = new Set([...lines.map((line) => line.variationId), ...quantities.keys()]);
    const variations = await this.shop.catalog.variations(manager, [...ids]);
    const wanted = [...quantities.keys()].map((id) => variations.get(id));
    if (!wanted.every((variation) => variation !== undefined)) {
      return refused({
        code: 'NOT_FOUND',
        message: 'The shop has no such variation.',
        path: ['lines'],
      });
    }
    // Of whole products: whoever is answered with the cart is shown their other variations' stock as well.
    const stockIds = this.shop.catalog.variationIdsOfProducts(wanted);
    const levels = stockIds.length > 0 ? await this.shop.stock.byVariations(stockIds, manager) : [];
    const shortages = shortagesOf(quantities, levels, cart);
    if (shortages.length > 0) return refused(...shortages);
    const set = linesToSet(lines, quantities, variations);
    const customerId = owner.kind === 'customer' ? owner.customerId : null;
    const terms = await this.shop.pricing.terms(buyerOf({ customerId }), manager);
    const now = this.clock.now();
    const written = cart
      ? await this.carts.write(cart, { set, removedIds }, now, manager)
      : await this.carts.create(owner, set, now, manager);
    return written && accepted({ view: priced(written, variations, terms), levels });
  }
}

/** What the stock does not allow at this moment. What the cart's own checkout holds is there for it. */
function shortagesOf(
  quantities: ReadonlyMap<string, number>,
  levels: readonly StockRow[],
  cart: CartRecord | undefined,
): Refusal[] {
  const available = new Map(levels.map((level) => [level.variationId, level.available]));
  const lineIds = new Map(cart?.lines.map((line) => [line.variationId, line.id]));
  return [...quantities].flatMap(([variationId, wanted]): Refusal[] => {
    const left = (available.get(variationId) ?? 0) + (cart?.held.get(variationId) ?? 0);
    return wanted > left ? [shortage(variationId, left, lineIds.get(variationId))] : [];
  });
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

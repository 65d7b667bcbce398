import type { EntityManager } from 'typeorm';

import type { CatalogReader } from '../../catalog';
import type { StockKeeper } from '../../inventory';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import {
  type BasketBundle,
  type Cost,
  freezeTaxLines,
  NO_PROMOTIONS,
  partTotals,
  priceBasket,
  type PricedBasketLine,
  type PricingReader,
  sumCosts,
  thawTaxLines,
} from '../../pricing';
import type { LineUnits, OrderBook } from '../domain/order-book';
import { demandOf } from '../persistence/line-demand';
import type { OrderEntity, OrderLineEntity } from '../persistence/order.entity';
import type { OrderRepository } from '../persistence/order.repository';
import type { OrderAddress } from '../persistence/order-snapshots';
import { bookLineOf, type OpenOrder } from '../persistence/read-order-book';
import { type AddedGoods, type AddedUnits, readAddedGoods } from './added-goods';
import { newOrderLine, type SoldLine } from './sold-line';

/** An order with lines that it did not have. */
export interface Enlarged {
  readonly lines: readonly OrderLineEntity[];
  readonly addedCost: Cost;
  readonly book: OrderBook;
  readonly changes: Partial<OrderEntity>;
}

/** What an edit adds and takes out. */
interface MovedLines {
  readonly added: readonly OrderLineEntity[];
  /** Units of lines that the order had before. */
  readonly removed?: readonly LineUnits[];
}

/** Sells more under an order that is placed already: at today's prices, without promotions, delivery as it was. */
export class AddLines {
  constructor(
    private readonly orders: OrderRepository,
    private readonly catalog: CatalogReader,
    private readonly pricing: PricingReader,
    private readonly stock: StockKeeper,
  ) {}

  /** What the order would be with these lines; nothing is written. */
  async plan(
    manager: EntityManager,
    { order, lines, book }: OpenOrder,
    added: readonly AddedUnits[],
  ): Promise<Result<Enlarged>> {
    const goods = await readAddedGoods(manager, this.catalog, added);
    if (!goods.ok) return goods;
    const terms = await this.termsAt(manager, order, order.shippingAddress);
    // What was promoted when it was placed was for what was bought then.
    const plain = { ...terms, promotions: NO_PROMOTIONS };
    const priced = priceBasket({ lines: goods.value }, plain).lines;
    const last = lines.at(-1)?.position ?? 0;
    const made = priced.map((each, index) =>
      newOrderLine(order.id, last + index + 1, soldAs(each)),
    );
    const addedCost = sumCosts(priced.map(({ cost }) => cost));
    return accepted(enlarged(order, book, made, addedCost));
  }

  /** Whether goods and delivery of an order are taxed otherwise at another address. */
  async isTaxedOtherwise(
    manager: EntityManager,
    { order, lines }: OpenOrder,
    address: OrderAddress,
  ): Promise<boolean> {
    const goods = lines.map(({ id, productId, variationId, quantity, unitPriceMinor, parts }) => {
      const price = { basePriceMinor: unitPriceMinor, fixedPriceMinor: unitPriceMinor };
      return { id, productId, variationId, quantity, ...price, bundle: bundleOf(parts) };
    });
    const delivery = { code: '', rate: () => order.shippingMinor };
    const taxesAt = async (place: OrderAddress): Promise<bigint> => {
      const terms = await this.termsAt(manager, order, place);
      return priceBasket({ lines: goods, delivery }, terms).cost.taxMinor;
    };
    return (await taxesAt(order.shippingAddress)) !== (await taxesAt(address));
  }

  /**
   * Puts back what is taken out, takes the new goods and writes their lines; refused where too few are left. What is
   * taken out may be what is added: it is put back first, under one lock on all levels.
   */
  async write(
    tx: Transaction,
    { order, lines }: OpenOrder,
    { added, removed = [] }: MovedLines,
    actor: Actor,
  ): Promise<Result<null>> {
    const back = demandOf(lines, removed);
    const taken = demandOf(added, added.map(unitsOfLine));
    if (back.length > 0 && taken.length > 0) {
      const ids = [...back, ...taken].map(({ variationId }) => variationId);
      await this.stock.lockLevels(tx, [...new Set(ids)]);
    }
    await this.stock.restock(tx, order.id, back, actor);
    if (taken.length === 0) return accepted(null);
    const sold = await this.stock.sell(tx, order.id, taken, actor);
    if (!sold.ok) return refused(...sold.refusals.map((each) => withName(each, added)));
    await this.orders.insertLines(tx, added);
    return sold;
  }

  private termsAt(manager: EntityManager, { customerId }: OrderEntity, address: OrderAddress) {
    const { countryCode, region, postcode } = address;
    const place = { countryCode, region, postcode };
    return this.pricing.terms({ customerId: customerId ?? undefined, place }, manager);
  }
}

/** The parts of a line as far as they decide how it is taxed: by what each was worth of it. */
function bundleOf(parts: OrderLineEntity['parts']): BasketBundle | undefined {
  if (parts.length === 0) return undefined;
  const shares = parts.map(({ productId, variationId, totalMinor }) => ({
    productId,
    variationId,
    basePriceMinor: BigInt(totalMinor),
    quantity: 1,
  }));
  return { rule: { kind: 'SUM' }, parts: shares };
}

function enlarged(
  order: OrderEntity,
  book: OrderBook,
  lines: readonly OrderLineEntity[],
  addedCost: Cost,
): Enlarged {
  const taxLines = thawTaxLines(order.taxLines);
  const { taxLines: taxes, ...cost } = sumCosts([{ ...order, taxLines }, addedCost]);
  return {
    lines,
    addedCost,
    changes: { ...cost, taxLines: freezeTaxLines(taxes) },
    book: {
      ...book,
      lines: [...book.lines, ...lines.map(bookLineOf)],
      money: { ...book.money, totalMinor: cost.totalMinor },
    },
  };
}

function soldAs(priced: PricedBasketLine<AddedGoods>): SoldLine {
  const { line, unitPriceMinor, cost } = priced;
  const { variation, quantity } = line;
  const totals = partTotals(priced);
  const parts = line.parts?.map((part, index) => ({ ...part, totalMinor: totals[index] ?? 0n }));
  return { variation, quantity, unitPriceMinor, cost, parts };
}

/** Says what is short: of a bundle it is a part, and an edit may add many things. */
function withName(refusal: Refusal, lines: readonly OrderLineEntity[]): Refusal {
  if (refusal.code !== 'INSUFFICIENT_STOCK') return refusal;
  const goods = lines.flatMap((line) => [line, ...line.parts]);
  const short = goods.find(({ variationId }) => variationId === refusal.variationId);
  if (!short) return refusal;
  const { productTitle, variationTitle } = short;
  const name = variationTitle === 'Default' ? productTitle : `${productTitle}, ${variationTitle}`;
  return { ...refusal, message: `${name}: ${refusal.message}` };
}

/** All units of a line. */
export function unitsOfLine({ id, quantity }: OrderLineEntity): LineUnits {
  return { lineId: id, quantity };
}

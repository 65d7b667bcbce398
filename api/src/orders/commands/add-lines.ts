import type { EntityManager } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../../catalog';
import type { StockKeeper } from '../../inventory';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import {
  type Cost,
  freezeTaxLines,
  NO_PROMOTIONS,
  priceBasket,
  type PricingReader,
  sumCosts,
  thawTaxLines,
} from '../../pricing';
import type { OrderBook } from '../domain/order-book';
import type { OrderEntity, OrderLineEntity } from '../persistence/order.entity';
import type { OrderRepository } from '../persistence/order.repository';
import type { OrderAddress } from '../persistence/order-snapshots';
import { bookLineOf, type OpenOrder } from '../persistence/read-order-book';

/** Units to be sold in addition. */
export interface AddedUnits {
  readonly variationId: string;
  readonly quantity: number;
  /** Where it is not today's price, such as that of the line it adds to; in minor units. */
  readonly unitPriceMinor?: bigint;
  /** Where the input asks for it, unless it is the list of what is added. */
  readonly path?: readonly string[];
}

/** An order with lines that it did not have. */
export interface Enlarged {
  readonly lines: readonly OrderLineEntity[];
  readonly addedCost: Cost;
  readonly book: OrderBook;
  readonly changes: Partial<OrderEntity>;
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
    const ids = added.map(({ variationId }) => variationId);
    const variations = await this.catalog.variations(manager, ids);
    const wanted = [];
    for (const [index, { variationId, quantity, unitPriceMinor, path }] of added.entries()) {
      const variation = variations.get(variationId);
      if (!variation || variation.bundle) {
        const message = variation
          ? 'A bundle cannot be added to a placed order.'
          : 'There is no such variation.';
        return refused({ code: 'NOT_FOUND', message, path: path ?? ['added', String(index)] });
      }
      const { productId, basePriceMinor } = variation;
      const goods = { id: String(index), productId, variationId, basePriceMinor, quantity };
      wanted.push({ ...goods, variation, fixedPriceMinor: unitPriceMinor });
    }
    const { countryCode, region, postcode } = order.shippingAddress;
    const place = { countryCode, region, postcode };
    const terms = await this.pricing.terms(
      { customerId: order.customerId ?? undefined, place },
      manager,
    );
    // What was promoted when it was placed was for what was bought then.
    const plain = { ...terms, promotions: NO_PROMOTIONS };
    const priced = priceBasket({ lines: wanted }, plain).lines;
    const last = lines.at(-1)?.position ?? 0;
    const made = priced.map(({ line, unitPriceMinor, cost }, index) =>
      lineOf(order.id, last + index + 1, { ...line, unitPriceMinor, cost }),
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
    const goods = lines.map(({ id, productId, variationId, quantity, unitPriceMinor }) => {
      const price = { basePriceMinor: unitPriceMinor, fixedPriceMinor: unitPriceMinor };
      return { id, productId, variationId, quantity, ...price };
    });
    const delivery = { code: '', rate: () => order.shippingMinor };
    const taxesAt = async (place: OrderAddress): Promise<bigint> => {
      const terms = await this.termsAt(manager, order, place);
      return priceBasket({ lines: goods, delivery }, terms).cost.taxMinor;
    };
    return (await taxesAt(order.shippingAddress)) !== (await taxesAt(address));
  }

  /** Takes the goods and writes the lines; refused where too few are left. */
  async write(
    tx: Transaction,
    orderId: string,
    lines: readonly OrderLineEntity[],
    actor: Actor,
  ): Promise<Result<null>> {
    if (lines.length === 0) return accepted(null);
    const sold = await this.stock.sell(tx, orderId, lines, actor);
    if (sold.ok) await this.orders.insertLines(tx, lines);
    return sold;
  }

  private termsAt(manager: EntityManager, { customerId }: OrderEntity, address: OrderAddress) {
    const { countryCode, region, postcode } = address;
    const place = { countryCode, region, postcode };
    return this.pricing.terms({ customerId: customerId ?? undefined, place }, manager);
  }
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

function lineOf(
  orderId: string,
  position: number,
  sold: {
    readonly variation: CatalogVariation;
    readonly quantity: number;
    readonly unitPriceMinor: bigint;
    readonly cost: Cost;
  },
): OrderLineEntity {
  const { variation, quantity, unitPriceMinor, cost } = sold;
  return {
    id: newId(),
    orderId,
    position,
    productId: variation.productId,
    variationId: variation.id,
    productTitle: variation.productTitle,
    variationTitle: variation.title,
    sku: variation.sku,
    image: variation.image ?? null,
    parts: [],
    promotions: [],
    quantity,
    cancelledQuantity: 0,
    isGiftCard: variation.isGiftCard ?? false,
    packedQuantity: 0,
    refundedQuantity: 0,
    returnedQuantity: 0,
    unitPriceMinor,
    discountsMinor: cost.discountsMinor,
    taxMinor: cost.taxMinor,
    totalMinor: cost.totalMinor,
    taxLines: freezeTaxLines(cost.taxLines),
  };
}

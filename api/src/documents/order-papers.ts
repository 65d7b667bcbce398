import type { OrderEntity, OrderLineEntity, OrderLoaders } from '../orders';
import type { PaymentKeeper } from '../payments';
import { thawTaxLines } from '../pricing';
import type { ShopSettingsReader } from '../shop';
import type { DocumentRequest } from './document-links';
import type { DocumentFile } from './document-routes';
import { invoiceOf } from './domain/invoice';
import type { OrderSnapshot } from './domain/order-snapshot';
import { packingSlipOf } from './domain/packing-slip';
import { drawDocument } from './draw-document';

/** Prints the papers of orders. */
export class OrderPapers {
  constructor(
    private readonly orders: OrderLoaders,
    private readonly payments: Pick<PaymentKeeper, 'ofOrders'>,
    private readonly settings: ShopSettingsReader,
  ) {}

  /** The paper as a file; undefined when there is no such order. */
  async print({ kind, orderId }: DocumentRequest): Promise<DocumentFile | undefined> {
    const order = await this.orders.orderById().load(orderId);
    if (!order) return undefined;
    const [lines, payments, { name }] = await Promise.all([
      this.orders.linesByOrder().load(orderId),
      this.payments.ofOrders([orderId]),
      this.settings.read(),
    ]);
    const snapshot = snapshotOf(order, lines, payments.get(orderId)?.refundedMinor ?? 0n);
    const paper = kind === 'invoice' ? invoiceOf(snapshot, name) : packingSlipOf(snapshot, name);
    return { name: `${kind}-${order.number}`, content: await drawDocument(paper) };
  }
}

function snapshotOf(
  order: OrderEntity,
  lines: readonly OrderLineEntity[],
  refundedMinor: bigint,
): OrderSnapshot {
  return {
    ...order,
    taxLines: thawTaxLines(order.taxLines),
    giftCards: order.giftCards.map(({ last4, amountMinor }) => ({
      last4,
      amountMinor: BigInt(amountMinor),
    })),
    refundedMinor,
    lines: lines.map((line) => ({
      ...line,
      totalMinor: line.totalMinor ?? line.unitPriceMinor * BigInt(line.quantity),
    })),
  };
}

import type { Clock } from '../kernel/clock';
import { newId } from '../kernel/ids';
import { type Money, money } from '../kernel/money';
import type { Transaction } from '../platform/database/transaction';
import { shareRefund } from './domain/share-refund';
import type { PaymentEntity } from './persistence/payment.entity';
import type { PaymentRepository, StoredRefund } from './persistence/payment.repository';

/** What is to go back to the shopper. */
export interface RefundWish {
  readonly orderId: string;
  /** Names the refund; the same again moves nothing. */
  readonly refundId: string;
  readonly amountMinor: bigint;
}

/** What of a refund goes back to one payment. PENDING: its provider is still to be asked. */
export interface RefundedPart {
  readonly paymentId: string;
  readonly providerCode: string;
  readonly amountMinor: bigint;
  readonly state: StoredRefund['state'];
}

/** Takes back what was paid in a way that another module keeps, such as gift cards; inside the transaction. */
export interface RefundTaker {
  refund(
    tx: Transaction,
    part: {
      readonly paymentId: string;
      readonly reference: string | null;
      readonly orderId: string | null;
      readonly refundId: string;
      readonly amount: Money;
    },
  ): Promise<void>;
}

/** Shares refunds over the payments of an order and writes them down. */
export class RefundKeeper {
  private readonly takers = new Map<string, RefundTaker>();

  constructor(
    private readonly payments: PaymentRepository,
    private readonly isRemote: (providerCode: string) => boolean,
    private readonly clock: Clock,
  ) {}

  /** Says who takes back what was paid through this provider. */
  takenBackBy(providerCode: string, taker: RefundTaker): void {
    this.takers.set(providerCode, taker);
  }

  async refund(
    tx: Transaction,
    { orderId, refundId, amountMinor }: RefundWish,
  ): Promise<readonly RefundedPart[]> {
    const payments = await this.payments.lockOfOrder(tx, orderId);
    return this.refundOf(tx, payments, refundId, amountMinor);
  }

  /** Gives so much of these payments back, whose rows are locked. */
  async refundOf(
    tx: Transaction,
    payments: readonly PaymentEntity[],
    refundId: string,
    amountMinor: bigint,
  ): Promise<readonly RefundedPart[]> {
    const byId = new Map(payments.map((payment) => [payment.id, payment]));
    const known = await this.payments.partsOf(tx, refundId);
    if (known.length > 0) return known.map((part) => seen(part, byId));
    const shares = shareRefund(payments, amountMinor);
    if (!shares) throw new Error(`The refund ${refundId} is more than was captured.`);
    const parts = shares.map((share) => {
      const isRemote = this.isRemote(byId.get(share.paymentId)?.providerCode ?? '');
      return { ...share, id: newId(), state: isRemote ? ('PENDING' as const) : ('DONE' as const) };
    });
    await this.payments.insertRefunds(tx, refundId, parts, this.clock.now());
    for (const { paymentId, amountMinor: part } of parts) {
      const payment = byId.get(paymentId);
      if (!payment) continue;
      const { orderId, reference, currencyCode } = payment;
      const amount = money(part, currencyCode);
      const taker = this.takers.get(payment.providerCode);
      await taker?.refund(tx, { paymentId, reference, orderId, refundId, amount });
    }
    return parts.map((part) => seen(part, byId));
  }
}

function seen(
  { paymentId, amountMinor, state }: Pick<StoredRefund, 'paymentId' | 'amountMinor' | 'state'>,
  byId: ReadonlyMap<string, PaymentEntity>,
): RefundedPart {
  const providerCode = byId.get(paymentId)?.providerCode ?? '';
  return { paymentId, providerCode, amountMinor, state };
}

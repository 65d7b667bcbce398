import type { Clock } from '../kernel/clock';
import type { Money } from '../kernel/money';
import type { Transaction } from '../platform/database/transaction';
import type { PaymentOutcome, PaymentProvider, PaymentRequest } from './payment-provider';
import { PaymentEntity, type PaymentState } from './persistence/payment.entity';

const stateAfter: Record<PaymentOutcome['kind'], PaymentState> = {
  authorized: 'AUTHORIZED',
  captured: 'CAPTURED',
  declined: 'DECLINED',
};

/** A payment that is begun. */
export interface NewPayment {
  readonly id: string;
  readonly checkoutId: string;
  readonly providerCode: string;
  readonly amount: Money;
}

/** A provider's answer and, when the money is promised, the order it is for. */
export interface PaymentAnswer {
  readonly outcome: PaymentOutcome;
  readonly orderId?: string;
}

/** What other modules may do to payments. All but `authorize` run inside their transaction. */
export class PaymentKeeper {
  private readonly byCode: ReadonlyMap<string, PaymentProvider>;

  constructor(
    readonly providers: readonly PaymentProvider[],
    private readonly clock: Clock,
  ) {
    this.byCode = new Map(providers.map((provider) => [provider.code, provider]));
  }

  /** The provider with this code. */
  provider(code: string): PaymentProvider | undefined {
    return this.byCode.get(code);
  }

  /** Writes down that a provider is about to be asked or, where it has answered at once, what it said. */
  async open(tx: Transaction, payment: NewPayment, answer?: PaymentAnswer): Promise<void> {
    const { id, checkoutId, providerCode, amount } = payment;
    await tx.manager.query(
      `INSERT INTO payment (id, checkout_id, order_id, provider_code, state, amount_minor, currency_code,
         created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [
        id,
        checkoutId,
        answer?.orderId ?? null,
        providerCode,
        answer ? stateAfter[answer.outcome.kind] : 'PENDING',
        amount.amountMinor.toString(),
        amount.currencyCode,
        this.clock.now(),
      ],
    );
  }

  /** Asks the provider; unless it answers at once, outside of any transaction: the answer may take seconds. */
  authorize(providerCode: string, request: PaymentRequest): Promise<PaymentOutcome> {
    const provider = this.byCode.get(providerCode);
    if (!provider) throw new Error(`The payment provider ${providerCode} is not installed.`);
    return provider.authorize(request);
  }

  /** Records the provider's answer to a payment that was written down before. */
  async settle(tx: Transaction, id: string, { outcome, orderId }: PaymentAnswer): Promise<void> {
    await tx.manager.query(
      `UPDATE payment SET state = $2, order_id = $3, updated_at = $4 WHERE id = $1 AND state = 'PENDING'`,
      [id, stateAfter[outcome.kind], orderId ?? null, this.clock.now()],
    );
  }

  /** Records that the money for an order has arrived. */
  async capture(tx: Transaction, orderId: string): Promise<void> {
    await this.move(tx, orderId, 'AUTHORIZED', 'CAPTURED');
  }

  /** Records that the whole amount went back. */
  async refund(tx: Transaction, orderId: string): Promise<void> {
    await this.move(tx, orderId, 'CAPTURED', 'REFUNDED');
  }

  /** Records that the money will not be asked for. */
  async void(tx: Transaction, orderId: string): Promise<void> {
    await this.move(tx, orderId, 'AUTHORIZED', 'VOIDED');
  }

  private async move(
    tx: Transaction,
    orderId: string,
    from: PaymentState,
    to: PaymentState,
  ): Promise<void> {
    const { affected } = await tx.manager.update(
      PaymentEntity,
      { orderId, state: from },
      { state: to, updatedAt: this.clock.now() },
    );
    if (affected !== 1) throw new Error(`The order ${orderId} has no payment that is ${from}.`);
  }
}

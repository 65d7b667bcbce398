import type { EntityManager } from 'typeorm';

import type { Clock } from '../kernel/clock';
import type { Money } from '../kernel/money';
import type { Transaction } from '../platform/database/transaction';
import type { OrderPayments } from './domain/order-payments';
import { sumUp } from './domain/order-payments';
import type { PaymentOutcome, PaymentProvider, PaymentRequest } from './payment-provider';
import type { PaymentState } from './persistence/payment.entity';
import type { PaymentRepository } from './persistence/payment.repository';
import type { RefundedPart, RefundKeeper, RefundWish } from './refund-keeper';

const stateAfter: Record<PaymentOutcome['kind'], PaymentState> = {
  authorized: 'AUTHORIZED',
  captured: 'CAPTURED',
  declined: 'DECLINED',
  action: 'PENDING',
  processing: 'PENDING',
};

/** A payment that is begun. */
export interface NewPayment {
  readonly id: string;
  /** Left out where an order that was placed before is paid for. */
  readonly checkoutId?: string;
  readonly providerCode: string;
  readonly amount: Money;
  /** What the provider calls it, where that is known already. */
  readonly reference?: string;
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
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundKeeper,
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
    const { id, checkoutId, providerCode, amount, reference } = payment;
    const row = {
      id,
      checkoutId: checkoutId ?? null,
      orderId: answer?.orderId ?? null,
      providerCode,
      state: answer ? stateAfter[answer.outcome.kind] : 'PENDING',
      amountMinor: amount.amountMinor,
      currencyCode: amount.currencyCode,
      reference: reference ?? null,
    } as const;
    await this.payments.insert(tx, row, this.clock.now());
  }

  /** Asks the provider; unless it answers at once, outside of any transaction: the answer may take seconds. */
  authorize(providerCode: string, request: PaymentRequest): Promise<PaymentOutcome> {
    const provider = this.byCode.get(providerCode);
    if (!provider) throw new Error(`The payment provider ${providerCode} is not installed.`);
    return provider.authorize(request);
  }

  /** Records the provider's answer to a payment that was written down before. */
  async settle(tx: Transaction, id: string, { outcome, orderId }: PaymentAnswer): Promise<void> {
    const to = { state: stateAfter[outcome.kind], orderId, reference: outcome.reference };
    await this.payments.settle(tx, id, ['PENDING'], to, this.clock.now());
  }

  /** Records that the money for an order has arrived: all that was promised, or less of it. */
  async capture(tx: Transaction, orderId: string, amountMinor?: bigint): Promise<void> {
    const promised = await this.promised(tx, orderId);
    for (const { id } of promised) {
      const to = { state: 'CAPTURED', capturedMinor: amountMinor } as const;
      await this.payments.settle(tx, id, ['AUTHORIZED'], to, this.clock.now());
    }
  }

  /**
   * Gives so much of what was captured back: first through providers, the rest to gift cards. The same refund again
   * moves nothing. More than was captured and has not gone back yet is an error, here and in the database.
   */
  refund(tx: Transaction, wish: RefundWish): Promise<readonly RefundedPart[]> {
    return this.refunds.refund(tx, wish);
  }

  /** Records that the money that was promised will not be asked for. */
  async void(tx: Transaction, orderId: string): Promise<void> {
    const now = this.clock.now();
    for (const { id, providerCode } of await this.promised(tx, orderId)) {
      const isRemote = this.byCode.get(providerCode)?.answersAtOnce === false;
      const cancelDueAt = isRemote ? now : undefined;
      await this.payments.settle(tx, id, ['AUTHORIZED'], { state: 'VOIDED', cancelDueAt }, now);
    }
  }

  /** What was promised, captured and given back for each of these orders. */
  async ofOrders(
    orderIds: readonly string[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, OrderPayments>> {
    return sumUp(orderIds, await this.payments.ofOrders(orderIds, manager));
  }

  private async promised(tx: Transaction, orderId: string) {
    const payments = await this.payments.lockOfOrder(tx, orderId);
    const promised = payments.filter(({ state }) => state === 'AUTHORIZED');
    if (promised.length === 0)
      throw new Error(`The order ${orderId} has no payment that is AUTHORIZED.`);
    return promised;
  }
}

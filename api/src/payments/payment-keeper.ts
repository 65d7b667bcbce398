import type { EntityManager } from 'typeorm';

import type { Clock } from '../kernel/clock';
import type { Money } from '../kernel/money';
import type { Transaction } from '../platform/database/transaction';
import type { OrderPayments } from './domain/order-payments';
import { sumUp } from './domain/order-payments';
import type { PaymentState } from './domain/payment-state';
import type { PaymentAlerts } from './payment-alerts';
import type {
  PaymentMismatch,
  PaymentOutcome,
  PaymentProvider,
  PaymentRequest,
} from './payment-provider';
import type { PaymentEntity } from './persistence/payment.entity';
import type { PaymentRepository } from './persistence/payment.repository';
import type { RefundedPart, RefundKeeper, RefundWish } from './refund-keeper';
import type { ReturnMoney, ReturnNotice } from './return-money';

const stateAfter: Record<PaymentOutcome['kind'], PaymentState> = {
  authorized: 'AUTHORIZED',
  captured: 'CAPTURED',
  declined: 'DECLINED',
  action: 'PENDING',
  processing: 'PENDING',
};

/** Payments of which no order has been made. */
const UNKEPT: readonly PaymentState[] = ['PENDING', 'ABANDONED', 'DECLINED'];

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

/** Sums of an order's payments, in minor units. */
export interface PaymentTotals {
  readonly capturedMinor: bigint;
  /** What went back or is on its way. */
  readonly refundedMinor: bigint;
  readonly authorizedMinor: bigint;
}

/** What other modules may do to payments. All but `authorize` run inside their transaction. */
export class PaymentKeeper {
  private readonly byCode: ReadonlyMap<string, PaymentProvider>;

  constructor(
    readonly providers: readonly PaymentProvider[],
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundKeeper,
    private readonly returns: ReturnMoney,
    private readonly alerts: PaymentAlerts,
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

  /** Writes down, all at once, what was taken for an order without asking anybody, such as from gift cards. */
  async taken(tx: Transaction, orderId: string, payments: readonly NewPayment[]): Promise<void> {
    const rows = payments.map(({ id, checkoutId, providerCode, amount, reference }) => ({
      id,
      checkoutId: checkoutId ?? null,
      orderId,
      providerCode,
      amountMinor: amount.amountMinor,
      currencyCode: amount.currencyCode,
      reference: reference ?? null,
    }));
    await this.payments.insertCaptured(tx, rows, this.clock.now());
  }

  /** Asks the provider; unless it answers at once, outside of any transaction: the answer may take seconds. */
  authorize(providerCode: string, request: PaymentRequest): Promise<PaymentOutcome> {
    const provider = this.byCode.get(providerCode);
    if (!provider) throw new Error(`The payment provider ${providerCode} is not installed.`);
    return provider.authorize(request);
  }

  /** Tells the provider that nothing will be taken; answers what the payment is then, as outside as `authorize`. */
  async cancel(providerCode: string, request: PaymentRequest): Promise<PaymentOutcome> {
    const provider = this.byCode.get(providerCode);
    return provider?.answersAtOnce === false
      ? provider.cancel(request)
      : { kind: 'declined', message: 'The payment was given up.' };
  }

  /** What the provider calls a payment, if it has told. */
  async referenceOf(id: string): Promise<string | undefined> {
    return (await this.payments.find(id))?.reference ?? undefined;
  }

  /** A payment, locked until the transaction ends. */
  lock(tx: Transaction, id: string): Promise<PaymentEntity | null> {
    return this.payments.lock(tx, id);
  }

  /**
   * Records the provider's answer to a payment that was written down before. Money that arrives counts also where the
   * payment had been given up: its order is being made after all.
   */
  async settle(tx: Transaction, id: string, { outcome, orderId }: PaymentAnswer): Promise<void> {
    const state = stateAfter[outcome.kind];
    const from: readonly PaymentState[] = orderId ? UNKEPT : ['PENDING'];
    const to = { state, orderId, reference: outcome.reference };
    const isSettled = await this.payments.settle(tx, id, from, to, this.clock.now());
    if (!isSettled && orderId) throw new Error(`The payment ${id} is already kept for something.`);
  }

  /** Gives a payment up. Unless it is known to be cancelled there, its provider will be told. */
  async abandon(tx: Transaction, id: string, isCancelled = false): Promise<void> {
    const now = this.clock.now();
    const cancelDueAt = isCancelled ? undefined : now;
    await this.payments.settle(tx, id, ['PENDING'], { state: 'ABANDONED', cancelDueAt }, now);
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

  /** Keeps for a person to look at that a provider took something else than it was asked to. */
  async hold(tx: Transaction, id: string, { message }: PaymentMismatch): Promise<void> {
    const payment = await this.payments.lock(tx, id);
    if (payment) await this.alerts.raise(tx, { kind: 'WRONG_AMOUNT', payment, message });
  }

  /** Gives back what was taken although no order can be made of it, and says so to the shopper. */
  giveBack(
    tx: Transaction,
    id: string,
    outcome: PaymentOutcome,
    notice: ReturnNotice,
  ): Promise<void> {
    return this.returns.giveBack(tx, id, outcome, notice);
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

  /** The sums of that alone, in one statement however many orders there are. */
  async totalsOf(
    orderIds: readonly string[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, PaymentTotals>> {
    const rows = await this.payments.totalsOf(orderIds, manager);
    return new Map(
      rows.map(({ orderId, captured, refunded, authorized }) => [
        orderId,
        {
          capturedMinor: BigInt(captured),
          refundedMinor: BigInt(refunded),
          authorizedMinor: BigInt(authorized),
        },
      ]),
    );
  }

  private async promised(tx: Transaction, orderId: string) {
    const payments = await this.payments.lockOfOrder(tx, orderId);
    const promised = payments.filter(({ state }) => state === 'AUTHORIZED');
    if (promised.length === 0)
      throw new Error(`The order ${orderId} has no payment that is AUTHORIZED.`);
    return promised;
  }
}

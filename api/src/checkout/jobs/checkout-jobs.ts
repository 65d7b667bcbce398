import type { Clock } from '../../kernel/clock';
import type { TimedJob } from '../../platform/module';
import type { EditCheckout } from '../commands/edit-checkout';
import type { SettlePayment } from '../commands/settle-payment';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';

const BATCH = 200;
const ABANDONED_DAYS = 30;
/** After so long without an answer, a payment is taken up again: the process that began it is gone. */
const STUCK_SECONDS = 20;

/** Ends checkouts whose time has run out, so that the stock they hold can be sold. */
export function expireCheckouts(
  checkouts: CheckoutRepository,
  edit: EditCheckout,
  clock: Clock,
): TimedJob {
  return {
    name: 'expire-checkouts',
    intervalSeconds: 5,
    run: async () => {
      const now = clock.now();
      const leftBefore = new Date(now.getTime() - ABANDONED_DAYS * 86_400_000);
      const isDue = (checkout: CheckoutEntity): boolean =>
        checkout.status === 'LOCKED'
          ? checkout.reservedUntil !== null && checkout.reservedUntil < now
          : checkout.updatedAt < leftBefore;
      for (const id of await checkouts.outdated(now, leftBefore, BATCH)) {
        await edit.expire(id, isDue);
      }
    },
  };
}

/** Finishes payments that a process began and could not finish. */
export function settleStuckPayments(
  checkouts: CheckoutRepository,
  settle: SettlePayment,
  clock: Clock,
): TimedJob {
  return {
    name: 'settle-stuck-payments',
    intervalSeconds: 5,
    run: async () => {
      const since = new Date(clock.now().getTime() - STUCK_SECONDS * 1_000);
      for (const id of await checkouts.stuckIn(['PAYMENT_PENDING'], since, BATCH)) {
        await settle.run(id, { actor: { kind: 'system' }, requestId: undefined });
      }
    },
  };
}

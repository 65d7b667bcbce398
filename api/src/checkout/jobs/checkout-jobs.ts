import type { Clock } from '../../kernel/clock';
import type { TimedJob } from '../../platform/module';
import type { EditCheckout } from '../commands/edit-checkout';
import type { GiveUpPayment } from '../commands/give-up-payment';
import type { SettlePayment } from '../commands/settle-payment';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';

const BATCH = 200;
const ABANDONED_DAYS = 30;
/** After so long without an answer, a payment is taken up again: the process that began it is gone. */
const STUCK_SECONDS = 20;

/** Works through all of them: one that fails must not hold up the others, yet is not passed over in silence. */
async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const id of ids) {
    try {
      await work(id);
    } catch (error) {
      failures.push(new Error(`The checkout ${id} could not be worked on.`, { cause: error }));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} checkouts failed.`);
}

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
      await each(await checkouts.outdated(now, leftBefore, BATCH), (id) => edit.expire(id, isDue));
    },
  };
}

/**
 * Asks again what became of payments that wait: the process that began one may be gone, the provider may not have
 * answered, or the shopper may never come back. When their time is over they are given up.
 */
export function settleStuckPayments(
  checkouts: CheckoutRepository,
  settle: SettlePayment,
  giveUp: GiveUpPayment,
  clock: Clock,
): TimedJob {
  return {
    name: 'settle-stuck-payments',
    intervalSeconds: 5,
    run: async () => {
      const since = new Date(clock.now().getTime() - STUCK_SECONDS * 1_000);
      const origin = { actor: { kind: 'system' }, requestId: undefined } as const;
      await each(await checkouts.stuckIn(['PAYMENT_PENDING'], since, BATCH), async (id) => {
        const settled = await settle.run(id, origin);
        const isSettled = settled.ok && settled.value.checkout.status === 'COMPLETED';
        if (!isSettled) await giveUp.whenOverdue(id, origin);
      });
    },
  };
}

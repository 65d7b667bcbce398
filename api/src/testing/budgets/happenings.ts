import { accepted } from '../../kernel/result';
import type { BudgetShop } from './budget-shop';

/** What a subscription is to hear of. */
export interface Happening {
  /** The like of it, of which nobody hears; what it takes is not counted. */
  readonly unheard: () => Promise<unknown>;
  readonly heard: () => Promise<unknown>;
  /** Whether an event tells of it. */
  readonly isToldBy: (event: string) => boolean;
  /** Whether a listener is first told how things stand. */
  readonly startsWithState?: boolean;
}

/** The next step of an order. */
export async function stepOfOrder(shop: BudgetShop, orderId: string): Promise<Happening> {
  const other = await shop.anOrder();
  return {
    unheard: () => shop.advance(other.id, 'CONFIRM'),
    heard: () => shop.advance(orderId, 'CONFIRM'),
    isToldBy: (event) => event.includes('CONFIRMED'),
  };
}

/** A task that is being done until it is told to end. */
export async function aRunningTask({ test, staff }: BudgetShop) {
  const begun = Promise.withResolvers<undefined>();
  const end = Promise.withResolvers<undefined>();
  const work = { kind: 'IMPORT', title: 'Feed' } as const;
  const ended = test.app.modules.tasks.keeper.run(work, () => {
    begun.resolve(undefined);
    return end.promise;
  });
  await begun.promise;
  const { tasks } = await staff.data<{ tasks: { nodes: { id: string; beginning: string }[] } }>(
    '{ tasks(first: 1) { nodes { id beginning } } }',
  );
  const [task] = tasks.nodes;
  if (!task) throw new Error('There is a task.');
  const finish = () => {
    end.resolve(undefined);
    return ended;
  };
  return { ...task, finish };
}

/** The end of a task that is running. */
export async function endOfTask(
  shop: BudgetShop,
  finish: () => Promise<unknown>,
): Promise<Happening> {
  const other = await aRunningTask(shop);
  return {
    unheard: other.finish,
    heard: finish,
    isToldBy: (event) => event.includes('COMPLETED'),
  };
}

/** Stock that runs low unheard and is heard to be filled up, so that the shop is as it was. */
export function stockOf({ test }: BudgetShop, variationId: string): Happening {
  const setTo = (onHand: number) =>
    test.app.platform.transactions.run(async (tx) => {
      const reason = { kind: 'RECEIPT', actor: { kind: 'system' } } as const;
      await test.app.modules.inventory.stock.setOnHand(tx, [{ variationId, onHand }], reason);
      return accepted(null);
    });
  return {
    unheard: () => setTo(2),
    heard: () => setTo(10_000),
    // Checkouts of other scenarios may hold the last two.
    isToldBy: (event) => event.includes(variationId) && !/LOW_STOCK|OUT_OF_STOCK/.test(event),
    startsWithState: true,
  };
}

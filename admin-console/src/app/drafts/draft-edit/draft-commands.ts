import { Service, signal } from '@angular/core';

import { formatMoney, type MoneyAmount } from '../../shared/format/money';
import { AttemptKeys } from '../../shared/graphql/attempt-keys';
import { describeProblem } from '../../shared/graphql/graph-error';
import { injectMutate } from '../../shared/graphql/mutate';
import { injectConfirm } from '../../shared/ui/confirm-dialog/confirm-dialog';
import type { DraftFieldsFragment } from '../data/draft-fragments.generated';
import { CompleteDraftOrderDocument, RemoveDraftOrderDocument } from './draft-edit.generated';

/** What ends a draft: it becomes an order, or it goes. */
@Service({ autoProvided: false })
export class DraftCommands {
  private readonly confirm = injectConfirm();
  private readonly keys = new AttemptKeys();
  private readonly mutate = injectMutate();
  private readonly running = signal(false);
  private readonly failure = signal<string | undefined>(undefined);

  readonly isRunning = this.running.asReadonly();
  readonly problem = this.failure.asReadonly();

  /** Asks, and places it at the total that was read; asks again when that has changed. Resolves to the order's id. */
  async place(draft: DraftFieldsFragment): Promise<string | undefined> {
    let question = askAtFirst(draft.cost.total);
    let expectedTotal = draft.cost.total;
    while (await this.confirm({ ...question, isDanger: false })) {
      const outcome = await this.attempt(() => this.complete(draft, expectedTotal));
      if (!outcome) return undefined;
      if (!outcome.changed) return outcome.orderId;
      question = askAgain(outcome.changed);
      expectedTotal = outcome.changed.actual;
    }
    return undefined;
  }

  /** Asks, and removes it; resolves to whether it is gone. */
  async remove(draft: DraftFieldsFragment): Promise<boolean> {
    const isMeant = await this.confirm({
      heading: 'Remove this draft?',
      consequences: ['What was prepared is lost. Nothing was ordered or reserved.'],
      confirmLabel: 'Remove draft',
      dismissLabel: 'Keep draft',
    });
    if (!isMeant) return false;
    const isGone = await this.attempt(async () => {
      const input = { draftOrderId: draft.id };
      const { userErrors } = (await this.mutate(RemoveDraftOrderDocument, { input }))
        .draftOrderRemove;
      this.failure.set(userErrors[0]?.message);
      return userErrors.length === 0;
    });
    return isGone ?? false;
  }

  dismissProblem(): void {
    this.failure.set(undefined);
  }

  private async complete(
    { id, version }: DraftFieldsFragment,
    { amount, currencyCode }: MoneyAmount,
  ) {
    const attempt = {
      draftOrderId: id,
      expectedVersion: version,
      expectedTotal: { amount, currencyCode },
    };
    const input = { ...attempt, idempotencyKey: this.keys.keyFor(attempt) };
    const { draftOrderComplete } = await this.mutate(CompleteDraftOrderDocument, { input });
    this.keys.settle(attempt);
    const { userErrors, order } = draftOrderComplete;
    const changed = userErrors.find((each) => each.__typename === 'TotalChanged');
    if (changed) return { changed, orderId: undefined };
    this.failure.set(userErrors.map(({ message }) => message).join(' ') || undefined);
    return order ? { changed: undefined, orderId: order.id } : undefined;
  }

  private async attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    this.failure.set(undefined);
    this.running.set(true);
    try {
      return await run();
    } catch (error) {
      this.failure.set(describeProblem(error).message);
      return undefined;
    } finally {
      this.running.set(false);
    }
  }
}

function askAtFirst(total: MoneyAmount) {
  return {
    heading: `Place the order at ${formatMoney(total)}?`,
    consequences: ['Its stock is taken, and the money is due.', 'The draft can no longer change.'],
    confirmLabel: 'Place order',
    dismissLabel: 'Not yet',
  };
}

function askAgain({ expected, actual }: { expected: MoneyAmount; actual: MoneyAmount }) {
  return {
    heading: 'The total has changed',
    consequences: [
      `You were shown ${formatMoney(expected)}.`,
      `It costs ${formatMoney(actual)} now.`,
    ],
    confirmLabel: `Place it at ${formatMoney(actual)}`,
    dismissLabel: 'Not yet',
  };
}

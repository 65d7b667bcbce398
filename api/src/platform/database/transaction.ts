import type { DataSource, EntityManager } from 'typeorm';

import type { Result } from '../../kernel/result';
import { logChanges } from '../changes/change-log';

/** Work that waits for the commit, such as publishing. Its failure cannot undo the transaction. */
export type AfterCommit = () => Promise<void>;

/** An open transaction. Only repositories look inside. */
export interface Transaction {
  readonly manager: EntityManager;
  afterCommit(work: AfterCommit): void;
  /**
   * Says which shown things the command changes, by tag. Written in the same transaction, so that no answer
   * made before it is taken for current once the command is acknowledged.
   */
  changed(...tags: readonly string[]): void;
}

/** A commit that was waited for, yet whose follow-up failed; the relay repeats what matters. */
export type AfterCommitFailure = (error: unknown) => void;

const MAX_ATTEMPTS = 4;
/** serialization_failure and deadlock_detected: the one remedy for both is to begin again. */
const RETRYABLE = new Set(['40001', '40P01']);

class RefusedRollback extends Error {
  constructor(readonly result: Result<unknown>) {
    super('The command refused; its transaction is rolled back.');
  }
}

function sqlState(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : undefined;
}

/** Runs commands in transactions. Nobody else opens one. */
export class TransactionRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly onAfterCommitFailure: AfterCommitFailure,
  ) {}

  /**
   * Commits when the command accepts and rolls everything back when it refuses or throws. Deadlocks are
   * retried from the start, so the command must have no effect outside the database.
   */
  async run<T>(command: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
    for (let attempt = 1; ; attempt += 1) {
      const pending: AfterCommit[] = [];
      const tags = new Set<string>();
      try {
        const result = await this.dataSource.transaction(async (manager) => {
          const outcome = await command({
            manager,
            afterCommit: (work) => pending.push(work),
            changed: (...changes) => {
              for (const tag of changes) tags.add(tag);
            },
          });
          if (!outcome.ok) throw new RefusedRollback(outcome);
          if (tags.size > 0) await logChanges(manager, [...tags]);
          return outcome;
        });
        await this.settle(pending);
        return result;
      } catch (error) {
        if (error instanceof RefusedRollback) return error.result as Result<T>;
        if (!RETRYABLE.has(sqlState(error) ?? '') || attempt >= MAX_ATTEMPTS) throw error;
      }
    }
  }

  private async settle(pending: readonly AfterCommit[]): Promise<void> {
    for (const outcome of await Promise.allSettled(pending.map((work) => work()))) {
      if (outcome.status === 'rejected') this.onAfterCommitFailure(outcome.reason);
    }
  }
}

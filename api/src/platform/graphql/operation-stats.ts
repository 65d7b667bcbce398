import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request has made of the database so far. */
interface RequestStats {
  statements: number;
}

/**
 * Counts the SQL statements of each request. Costs a little for every asynchronous step, so it is made only where
 * developers want to see it.
 */
export class OperationStats {
  private readonly current = new AsyncLocalStorage<RequestStats>();

  /** Does the work of one request. */
  run<T>(work: () => T): T {
    return this.current.run({ statements: 0 }, work);
  }

  /** Counts a statement for whichever request sent it. */
  countStatement(): void {
    const stats = this.current.getStore();
    if (stats) stats.statements += 1;
  }

  /** Statements of the present request so far. */
  get statements(): number {
    return this.current.getStore()?.statements ?? 0;
  }
}

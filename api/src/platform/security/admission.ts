import { AppError } from '../graphql/app-error';
import { SlotsExhausted, WorkSlots } from './work-slots';

/** How much one process takes on. */
export interface AdmissionLimits {
  /** Operations that are executed at once. */
  readonly executions: number;
  /** Operations that wait for that. */
  readonly waiting: number;
}

const RETRY_AFTER_SECONDS = 2;
/** A process that is this late with its own timer, twice in a row, has more to do than it can. */
const lagLimits = { lookEveryMs: 250, toleratedMs: 1_000 };

/**
 * Lets in as much work as the process can do, and refuses the rest at once: whoever is told to come back in two
 * seconds is better off than in a queue that only grows.
 */
export class Admission {
  private readonly slots: WorkSlots;
  private readonly timer: NodeJS.Timeout;
  private lags: readonly number[] = [0, 0];

  constructor(
    { executions, waiting }: AdmissionLimits,
    private readonly lag = lagLimits,
  ) {
    this.slots = new WorkSlots(executions, waiting);
    const { lookEveryMs } = lag;
    let expected = performance.now() + lookEveryMs;
    this.timer = setInterval(() => {
      const now = performance.now();
      this.lags = [this.lags[1] ?? 0, now - expected];
      expected = now + lookEveryMs;
    }, lookEveryMs).unref();
  }

  /** Runs work in a slot, or throws UNAVAILABLE, which is status 503 with Retry-After. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.lags.every((lag) => lag > this.lag.toleratedMs)) throw overloaded();
    try {
      return await this.slots.run(work);
    } catch (error) {
      if (error instanceof SlotsExhausted) throw overloaded(error);
      throw error;
    }
  }

  /** Waits for a slot; it is free again when what this resolves with is called. */
  async enter(): Promise<() => void> {
    const entered = Promise.withResolvers<undefined>();
    const left = Promise.withResolvers<undefined>();
    this.run(() => {
      entered.resolve(undefined);
      return left.promise;
    }).catch((error: unknown) => entered.reject(error));
    await entered.promise;
    return () => left.resolve(undefined);
  }

  /** Watches the process no more. */
  close(): void {
    clearInterval(this.timer);
  }
}

function overloaded(cause?: Error): AppError {
  return new AppError('UNAVAILABLE', 'The shop is very busy. Please try again in a moment.', {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    ...(cause ? { cause } : {}),
  });
}

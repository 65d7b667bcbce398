import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  type IPolicy,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import Stripe from 'stripe';

import { ProviderUnavailable } from '../payment-provider';

/** After so many failures in a row the provider is left alone for a while. */
const FAILURES_IN_A_ROW = 5;
const LEAVE_ALONE_MS = 10_000;

/** Errors that tell that the provider, not the request, is at fault: what became of the request is not known. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof TaskCancelledError ||
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError ||
    // The same request is being carried out at this moment.
    error instanceof Stripe.errors.StripeIdempotencyError ||
    (error instanceof Stripe.errors.StripeError && error.statusCode === 409)
  );
}

/** Asks the provider with a limit on the time it may take, and not at all while it is down. */
export class StripeGuard {
  private readonly policy: IPolicy;

  constructor(timeoutMs: number, leaveAloneMs = LEAVE_ALONE_MS) {
    const breaker = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: leaveAloneMs,
      breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
    });
    this.policy = wrap(breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive));
  }

  /** What the provider answers; throws `ProviderUnavailable` when it does not, or not in time. */
  async ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await this.policy.execute(() => request());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (!(error instanceof BrokenCircuitError) && !isOutage(error)) throw error;
      throw new ProviderUnavailable('The card provider does not answer.', { cause: error });
    }
  }
}

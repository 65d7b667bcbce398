import type { Which } from './gateway-under-test.ts';
import { type Moment, moment } from './register.ts';

interface Period {
  readonly which: Which;
  readonly began: Moment;
  ended: Moment;
}

/** When an API process could not be expected to answer, because a test had taken something from it. */
export class Trouble {
  private readonly periods: Period[] = [];

  /** From now on; the returned function ends it. */
  begin(which: Which): () => void {
    const period: Period = { which, began: moment(), ended: Infinity };
    this.periods.push(period);
    return () => (period.ended = moment());
  }

  /** Whether a request that was sent at a moment and has failed now may have met with it. */
  explains(which: Which, asked: Moment): boolean {
    return this.periods.some((period) => period.which === which && period.ended > asked);
  }
}

import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import { formatMoney } from '#shared/money/money';
import { Button } from '#shared/ui/button/button';
import { type CheckoutProblem, shortageText } from '../../data/checkout-refusal';

/** Says what stands in the way, that nothing was charged, and what to do now. */
@Component({
  selector: 'app-checkout-problem-notice',
  imports: [Button, RouterLink],
  templateUrl: './checkout-problem-notice.html',
})
export class CheckoutProblemNotice {
  readonly problem = input.required<CheckoutProblem>();
  readonly busy = input(false);
  /** The shopper wants a new checkout with the same answers. */
  readonly restarted = output();

  protected readonly shortages = computed(() => {
    const problem = this.problem();
    return problem.kind === 'stock' ? problem.shortages.map(shortageText) : [];
  });
  protected readonly totals = computed(() => {
    const problem = this.problem();
    return problem.kind === 'total-changed'
      ? { from: formatMoney(problem.from), to: formatMoney(problem.to) }
      : null;
  });
  protected readonly message = computed(() => {
    const problem = this.problem();
    return 'message' in problem ? problem.message : '';
  });
}

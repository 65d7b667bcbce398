/** One step of the funnel; each is an address of its own (`?step=`). */
export type CheckoutStep = 'contact' | 'shipping' | 'review';

/** The steps in the order in which they are walked. */
export const CHECKOUT_STEPS: readonly CheckoutStep[] = ['contact', 'shipping', 'review'];

/** What a checkout must hold before a step counts as finished. */
export interface CheckoutProgress {
  readonly email?: string | null;
  readonly shippingAddress?: object | null;
  readonly shippingMethod?: object | null;
}

/** Whether the step's own questions are answered. */
export function isStepDone(step: CheckoutStep, checkout: CheckoutProgress): boolean {
  switch (step) {
    case 'contact':
      return Boolean(checkout.email);
    case 'shipping':
      return Boolean(checkout.shippingAddress && checkout.shippingMethod);
    case 'review':
      return false;
  }
}

/** The first step that still asks for something. */
export function firstOpenStep(checkout: CheckoutProgress): CheckoutStep {
  return CHECKOUT_STEPS.find((step) => !isStepDone(step, checkout)) ?? 'review';
}

/** The step an address asks for, but never one beyond the first that is unanswered. */
export function reachableStep(
  asked: string | null | undefined,
  checkout: CheckoutProgress,
): CheckoutStep {
  const furthest = firstOpenStep(checkout);
  const step = CHECKOUT_STEPS.find((known) => known === asked);
  return step && CHECKOUT_STEPS.indexOf(step) <= CHECKOUT_STEPS.indexOf(furthest) ? step : furthest;
}

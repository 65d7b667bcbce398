import { z } from 'zod';

import type { ProviderMessage, ProviderNews, RefundOutcome } from '../payment-provider';
import { fromStripe } from './stripe-amounts';

const metadata = z.record(z.string(), z.string()).nullish();
const paymentIntent = z.object({
  object: z.literal('payment_intent'),
  id: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  metadata,
});
const refund = z.object({
  object: z.literal('refund'),
  id: z.string(),
  status: z.string().nullish(),
  failure_reason: z.string().nullish(),
  payment_intent: z.string().nullish(),
  metadata,
});
const event = z.object({
  data: z.object({ object: z.union([paymentIntent, refund]) }),
});

/** What an event of Stripe is about. Anything but payment intents and refunds is of no concern. */
export function readStripeEvent({ payload }: ProviderMessage): ProviderNews {
  const parsed = event.safeParse(payload);
  if (!parsed.success) return { kind: 'other' };
  const { object } = parsed.data.data;
  if (object.object === 'payment_intent') {
    return {
      kind: 'payment',
      reference: object.id,
      paymentId: object.metadata?.['payment_id'],
      amount: fromStripe(object.amount, object.currency),
    };
  }
  return {
    kind: 'refund',
    refundId: object.metadata?.['refund_id'],
    paymentReference: object.payment_intent ?? undefined,
    outcome: refundOutcome(object),
  };
}

function refundOutcome({ id, status, failure_reason }: z.output<typeof refund>): RefundOutcome {
  if (status === 'succeeded') return { kind: 'done', reference: id };
  if (status === 'failed' || status === 'canceled') {
    return { kind: 'failed', message: failure_reason ?? 'The card provider gave no reason.' };
  }
  return { kind: 'pending', reference: id };
}

import { z } from 'zod';

import {
  expectedVersionInput,
  idempotencyKeyInput,
  idInput,
} from '../../platform/graphql/input-schemas';
import { addressInput } from '../../shipping';

const MOST_LINES = 200;

const line = z.object({
  variationId: idInput,
  quantity: z.number().int().min(1, 'Order at least one.').max(100_000),
  unitPrice: z.string().nullish(),
  discountPercent: z.string().nullish(),
  parts: z
    .array(z.object({ choiceId: idInput, variationId: idInput, quantity: z.number().int().min(1) }))
    .max(100)
    .nullish(),
});

const details = {
  customerId: idInput.nullish(),
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email('Enter an e-mail address like name@example.com.'))
    .nullish(),
  shippingAddress: addressInput.nullish(),
  shippingMethodCode: z.string().max(100).nullish(),
  couponCodes: z.array(z.string().trim().min(1).max(64)).max(10).nullish(),
  note: z
    .string()
    .trim()
    .max(2_000)
    .nullish()
    .transform((text) => (text === undefined ? undefined : text || null)),
  lines: z.array(line).max(MOST_LINES, `A draft has ${MOST_LINES} lines at most.`).nullish(),
};

export const draftCreateInput = z.object({ ...details, idempotencyKey: idempotencyKeyInput });
export const draftUpdateInput = z.object({
  ...details,
  draftOrderId: idInput,
  expectedVersion: expectedVersionInput,
});
export const draftRemoveInput = z.object({ draftOrderId: idInput });
export const draftCompleteInput = z.object({
  draftOrderId: idInput,
  expectedVersion: expectedVersionInput,
  expectedTotal: z.object({ amount: z.string(), currencyCode: z.string() }).nullish(),
  idempotencyKey: idempotencyKeyInput,
});

/** What staff enter of a draft: what is left out stays as it is, null empties it. */
export type DraftDetails = Omit<z.output<typeof draftCreateInput>, 'idempotencyKey'>;

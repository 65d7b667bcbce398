import { z } from 'zod';

import {
  expectedVersionInput,
  idempotencyKeyInput,
  idInput,
  optionalText,
} from '../../platform/graphql/input-schemas';

/** What every command about a placed order is given. */
export const orderCallInput = {
  orderId: idInput,
  expectedVersion: expectedVersionInput,
  idempotencyKey: idempotencyKeyInput,
};

/** An order named by its id, or by the secret of its tracking page. */
export const namedOrderInput = {
  orderId: idInput.nullish(),
  trackingToken: optionalText(100),
  expectedVersion: expectedVersionInput,
  idempotencyKey: idempotencyKeyInput,
};

/** Units of some of an order's lines. */
export const lineUnitsInput = z
  .array(z.object({ lineId: idInput, quantity: z.number().int().min(1).max(100_000) }))
  .max(200);

/** Why something is done, for people. */
export const reasonInput = z.string().trim().min(3, 'Say why in a few words.').max(500);

/** What every command about a placed order has. */
export interface OrderCall {
  readonly orderId: string;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
}

import { z } from 'zod';

import { isId } from '../../kernel/ids';

/** An opaque id; anything that cannot be one is refused before it reaches the database. */
export const idInput = z.string().refine(isId, 'This is no id.');

/** A key under which a repeated call is done once. */
export const idempotencyKeyInput = z.string().min(1, 'Give a key.').max(255);

/** The version a caller has seen; null and absent both mean "whatever it is". */
export const expectedVersionInput = z
  .number()
  .int()
  .min(0)
  .nullish()
  .transform((version) => version ?? undefined);

/** Text for people: trimmed, of limited length; an empty one counts as absent. */
export const optionalText = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit)
    .nullish()
    .transform((text) => text || undefined);

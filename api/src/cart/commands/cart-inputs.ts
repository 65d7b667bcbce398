import { z } from 'zod';

import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import { couponCode, MAX_LINE_QUANTITY } from '../domain/cart-change';

const CHANGES_PER_CALL = 100;
const PARTS_PER_LINE = 100;

const quantity = z.number().int().min(1, 'Order at least one.').max(MAX_LINE_QUANTITY);
const part = z.object({ choiceId: idInput, variationId: idInput, quantity });
const addition = z.object({
  variationId: idInput,
  quantity,
  parts: z
    .array(part)
    .max(PARTS_PER_LINE)
    .nullish()
    .transform((parts) => parts ?? undefined),
});
const lineUpdate = z.object({ lineId: idInput, quantity: quantity.or(z.literal(0)) });
const coupon = z
  .string()
  .transform(couponCode)
  .pipe(z.string().min(1, 'Give a code.').max(64, 'No code is that long.'));

const someOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1, 'Name at least one.')
    .max(CHANGES_PER_CALL, `Send at most ${CHANGES_PER_CALL} at once.`);

export const createCartInput = z.object({
  lines: z
    .array(addition)
    .max(CHANGES_PER_CALL, `Send at most ${CHANGES_PER_CALL} lines at once.`)
    .nullish()
    .transform((lines) => lines ?? []),
});
export const addLinesInput = z.object({
  lines: someOf(addition),
  expectedVersion: expectedVersionInput,
});
export const updateLinesInput = z.object({
  lines: someOf(lineUpdate),
  expectedVersion: expectedVersionInput,
});
export const removeLinesInput = z.object({
  lineIds: someOf(idInput),
  expectedVersion: expectedVersionInput,
});
export const couponsInput = z.object({
  couponCodes: someOf(coupon),
  expectedVersion: expectedVersionInput,
});

const given = <T extends z.ZodType>(item: T) =>
  item.nullish().transform((value) => value ?? undefined);
const change = z
  .object({
    add: given(addition),
    update: given(lineUpdate),
    removeLineId: given(idInput),
    applyCoupon: given(coupon),
    removeCoupon: given(coupon),
  })
  .refine(
    (wishes) => Object.values(wishes).filter((wish) => wish !== undefined).length === 1,
    'Name exactly one change.',
  );

export const applyInput = z.object({
  changes: someOf(change),
  expectedVersion: expectedVersionInput,
});

/** A line to add, as a client names it. */
export type Addition = z.output<typeof addition>;
/** One of several changes, as a client names it. */
export type NamedChange = z.output<typeof change>;

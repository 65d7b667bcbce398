import { Field, ObjectType } from 'type-graphql';
import type { z } from 'zod';

import type { Refusal, Result } from '../../kernel/result';
import { toUserError, toWarning, UserError, Warning } from './user-errors';

/** What every mutation payload has. */
@ObjectType()
export abstract class MutationPayload {
  @Field(() => [UserError], {
    description: 'Why nothing was changed; empty when it was done.',
  })
  userErrors: UserError[] = [];

  @Field(() => [Warning], { description: 'What was done differently from what was asked.' })
  warnings: Warning[] = [];
}

/** Turns zod's issues into refusals with the path of the input field at fault. */
export function toRefusals(error: z.ZodError): Refusal[] {
  return error.issues.map((issue) => ({
    code: 'INVALID_INPUT',
    message: issue.message,
    path: issue.path.map(String),
  }));
}

/**
 * Answers a mutation: validates the input at the edge, runs the command and fills the payload, either
 * from its value or with its refusals.
 */
export async function answer<P extends MutationPayload, S extends z.ZodType, T>(
  payloadType: new () => P,
  schema: S,
  input: unknown,
  command: (input: z.output<S>) => Promise<Result<T>>,
  fill: (payload: P, value: T) => void | Promise<void>,
): Promise<P> {
  const payload = new payloadType();
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    payload.userErrors = toRefusals(parsed.error).map(toUserError);
    return payload;
  }
  const result = await command(parsed.data);
  if (result.ok) {
    payload.warnings = result.warnings.map(toWarning);
    await fill(payload, result.value);
  } else {
    payload.userErrors = result.refusals.map(toUserError);
  }
  return payload;
}

import type { TypedDocumentNode } from '@apollo/client';

import type { FormPayload } from '../../shared/form/edit-form';
import { AttemptKeys } from '../../shared/graphql/attempt-keys';
import { injectMutate } from '../../shared/graphql/mutate';

/** Sends a change of an order; a repeat after a lost answer acts once. */
export type SendOrderChange = <TData extends object, TInput extends object>(
  document: TypedDocumentNode<TData, { input: TInput & { idempotencyKey: string } }>,
  input: TInput,
  payloadOf: (data: TData) => FormPayload,
) => Promise<FormPayload>;

/** How the dialogs of the order page change it. */
export function injectOrderChange(): SendOrderChange {
  const mutate = injectMutate();
  const keys = new AttemptKeys();
  return async (document, input, payloadOf) => {
    const idempotencyKey = keys.keyFor(input);
    const data = await mutate(document, { input: { ...input, idempotencyKey } });
    keys.settle(input);
    return payloadOf(data);
  };
}

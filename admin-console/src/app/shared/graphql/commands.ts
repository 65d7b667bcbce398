import { Service, signal } from '@angular/core';
import type { TypedDocumentNode } from '@apollo/client';

import { describeProblem } from './graph-error';
import { injectMutate } from './mutate';

/** What every mutation answers: why it did nothing, if it did nothing. */
interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** What a page does to the server: whether something is under way, and why the last attempt did nothing. */
@Service({ autoProvided: false })
export class Commands {
  private readonly mutate = injectMutate();
  private readonly running = signal(false);
  private readonly failure = signal<string | undefined>(undefined);

  readonly isRunning = this.running.asReadonly();
  readonly problem = this.failure.asReadonly();

  /** Sends a mutation; resolves to its payload, or to nothing after keeping the reason in `problem`. */
  async send<TData extends object, TInput, TPayload extends Payload>(
    document: TypedDocumentNode<TData, { input: TInput }>,
    input: TInput,
    payloadOf: (data: TData) => TPayload,
  ): Promise<TPayload | undefined> {
    this.failure.set(undefined);
    this.running.set(true);
    try {
      const payload = payloadOf(await this.mutate(document, { input }));
      const [refusal] = payload.userErrors;
      this.failure.set(refusal?.message);
      return refusal ? undefined : payload;
    } catch (error) {
      this.failure.set(describeProblem(error).message);
      return undefined;
    } finally {
      this.running.set(false);
    }
  }

  dismissProblem(): void {
    this.failure.set(undefined);
  }
}

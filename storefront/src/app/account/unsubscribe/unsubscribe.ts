import { Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { injectMutate } from '#shared/graphql/mutate';
import { RequestError } from '#shared/graphql/request-error';
import { Button } from '#shared/ui/button/button';
import { EmptyState } from '#shared/ui/states/empty-state';
import {
  MessageUnsubscribeDocument,
  type MessageUnsubscribeMutation,
} from './unsubscribe.generated';

type Ended = NonNullable<MessageUnsubscribeMutation['messageUnsubscribe']['endedSubscription']>;

/** Ends mails that a reader does not want. Only the press counts: programs that open links end nothing. */
@Component({
  selector: 'app-unsubscribe',
  imports: [Button, EmptyState, RouterLink],
  templateUrl: './unsubscribe.html',
})
export class Unsubscribe {
  private readonly mutate = injectMutate();

  /** The secret of the link, from the address. */
  readonly token = input<string>();

  protected readonly isBusy = signal(false);
  protected readonly ended = signal<Ended | null>(null);
  protected readonly isRefused = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async end(token: string): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { endedSubscription } = await this.mutate(MessageUnsubscribeDocument, {
        input: { token },
      });
      this.ended.set(endedSubscription);
      this.isRefused.set(!endedSubscription);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problem.set(error.message);
    } finally {
      this.isBusy.set(false);
    }
  }
}

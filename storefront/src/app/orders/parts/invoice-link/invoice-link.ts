import { Component, inject, input, signal } from '@angular/core';
import { LucideFileText } from '@lucide/angular';
import { Apollo } from 'apollo-angular';

import { toRequestError } from '#shared/graphql/request-error';
import { Button } from '#shared/ui/button/button';
import { OrderInvoiceDocument } from '../../data/order-queries.generated';

/** Opens the invoice. Its address lives a quarter of an hour, so it is asked for at the press. */
@Component({
  selector: 'app-invoice-link',
  imports: [Button, LucideFileText],
  template: `
    <button appButton="quiet" type="button" [busy]="isBusy()" (click)="open()">
      <svg lucideFileText [size]="18"></svg>Invoice (PDF)
    </button>
    @if (problem(); as text) {
      <p role="alert" class="text-bad mt-1 text-sm">{{ text }}</p>
    }
  `,
})
export class InvoiceLink {
  private readonly apollo = inject(Apollo);

  readonly trackingToken = input.required<string>();

  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async open(): Promise<void> {
    // Opened at once: a window that opens after an answer is kept back as a pop-up.
    const paper = window.open('', '_blank');
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { data } = await this.apollo.client.query({
        query: OrderInvoiceDocument,
        variables: { trackingToken: this.trackingToken() },
        fetchPolicy: 'no-cache',
      });
      const url = data?.order?.invoiceUrl;
      if (url) (paper ?? window).location.assign(url);
      else throw new Error('There is no such order.');
    } catch (error) {
      paper?.close();
      this.problem.set(toRequestError(error).message);
    } finally {
      this.isBusy.set(false);
    }
  }
}

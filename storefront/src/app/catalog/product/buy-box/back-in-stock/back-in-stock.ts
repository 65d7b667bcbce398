import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import { LucideCheck } from '@lucide/angular';

import { injectMutate } from '#shared/graphql/mutate';
import { RequestError } from '#shared/graphql/request-error';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { FormFeedback } from '#shared/ui/field/form-feedback';
import { Input } from '#shared/ui/field/input';
import { waitingSchema } from '../../../data/back-in-stock-form';
import { BackInStockRequestDocument } from './back-in-stock.generated';

/** Asks where to send word when something that is sold out can be bought again. */
@Component({
  selector: 'app-back-in-stock',
  imports: [Button, Field, FormFeedback, FormField, Input, LucideCheck],
  templateUrl: './back-in-stock.html',
})
export class BackInStock {
  private readonly mutate = injectMutate();
  private readonly session = inject(Session);

  readonly variationId = input.required<string>();

  protected readonly draft = signal({ email: this.session.customer()?.email ?? '' });
  protected readonly fields = form(this.draft, waitingSchema);
  /** The address that is told; another variation is asked for anew. */
  protected readonly told = linkedSignal<string, string | null>({
    source: this.variationId,
    computation: () => null,
  });
  protected readonly problem = signal<string | null>(null);

  protected readonly save = async (): Promise<TreeValidationResult> => {
    this.problem.set(null);
    const input = { variationId: this.variationId(), email: this.draft().email.trim() };
    try {
      const { backInStockRequest, userErrors } = await this.mutate(BackInStockRequestDocument, {
        input,
      });
      this.told.set(backInStockRequest?.email ?? null);
      const [refusal] = userErrors;
      if (refusal?.path?.at(-1) === 'email') {
        return { kind: 'refused', message: refusal.message, fieldTree: this.fields.email };
      }
      this.problem.set(refusal?.message ?? null);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problem.set(error.message);
    }
    return null;
  };
}

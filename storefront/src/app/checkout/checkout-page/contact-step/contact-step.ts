import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';

import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { FormFeedback } from '#shared/ui/field/form-feedback';
import { Input } from '#shared/ui/field/input';
import { contactSchema } from '../../data/checkout-forms';
import { CheckoutStore } from '../../data/checkout-store';
import { fieldRefusal } from '../../data/field-refusal';

/** Asks where to send word of the order. */
@Component({
  selector: 'app-contact-step',
  imports: [Button, Field, FormFeedback, FormField, Input, RouterLink],
  templateUrl: './contact-step.html',
})
export class ContactStep {
  private readonly store = inject(CheckoutStore);
  private readonly session = inject(Session);

  readonly done = output();

  protected readonly isSignedIn = this.session.isSignedIn;
  protected readonly draft = signal({
    email: this.store.checkout()?.email ?? this.session.customer()?.email ?? '',
    acceptsMarketing: this.store.acceptsMarketing() ?? false,
  });
  protected readonly fields = form(this.draft, contactSchema);

  protected readonly save = async (): Promise<TreeValidationResult> => {
    const { email, acceptsMarketing } = this.draft();
    if (await this.store.saveContact(email, acceptsMarketing)) this.done.emit();
    return fieldRefusal(this.store.problem(), { email: this.fields.email });
  };
}

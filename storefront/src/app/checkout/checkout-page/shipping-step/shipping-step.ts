import { Component, computed, inject, output, signal } from '@angular/core';
import { form, FormField, type TreeValidationResult } from '@angular/forms/signals';

import { isZero } from '#shared/money/money';
import { Price } from '#shared/money/price';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { FormFeedback } from '#shared/ui/field/form-feedback';
import { Input } from '#shared/ui/field/input';
import { addressRules } from '../../data/address-rules';
import { shippingDraft, shippingSchema, toAddressInput } from '../../data/checkout-forms';
import { CheckoutStore } from '../../data/checkout-store';
import { fieldRefusal } from '../../data/field-refusal';

/** Asks where the order goes and how. */
@Component({
  selector: 'app-shipping-step',
  imports: [Button, Field, FormFeedback, FormField, Input, Price],
  templateUrl: './shipping-step.html',
})
export class ShippingStep {
  private readonly store = inject(CheckoutStore);
  private readonly session = inject(Session);

  readonly done = output();

  private readonly shop = computed(() =>
    this.store.options.hasValue() ? this.store.options.value().shop : undefined,
  );
  protected readonly countries = computed(() => this.shop()?.countries ?? []);
  protected readonly methods = computed(() =>
    (this.shop()?.shippingMethods ?? []).map((method) => ({
      ...method,
      isFree: isZero(method.price),
    })),
  );
  protected readonly draft = signal(
    shippingDraft(
      this.store.checkout()?.shippingAddress,
      this.store.checkout()?.shippingMethod?.code,
      {
        countryCode: this.countries()[0]?.code ?? '',
        methodCode: this.methods()[0]?.code ?? '',
        name: this.session.customer()?.name ?? '',
      },
    ),
  );
  protected readonly fields = form(this.draft, shippingSchema);
  protected readonly rules = computed(() => addressRules(this.fields.countryCode().value()));

  protected readonly save = async (): Promise<TreeValidationResult> => {
    const draft = this.draft();
    if (await this.store.saveShipping(toAddressInput(draft), draft.shippingMethodCode)) {
      this.done.emit();
    }
    const { shippingMethodCode, ...address } = this.fields;
    return fieldRefusal(this.store.problem(), { ...address, shippingMethodCode });
  };
}

import { Component, computed, effect, inject, output, signal } from '@angular/core';
import { form, FormField, type TreeValidationResult } from '@angular/forms/signals';

import { queryResource } from '#shared/graphql/query-resource';
import { isZero } from '#shared/money/money';
import { Price } from '#shared/money/price';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { FormFeedback } from '#shared/ui/field/form-feedback';
import { Input } from '#shared/ui/field/input';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { AddressFormDocument } from '../../data/address-form.generated';
import { addressRules, postcodeProblem, TOLERANT_RULES } from '../../data/address-rules';
import { shippingDraft, shippingSchema, toAddressInput } from '../../data/checkout-forms';
import { ShippingRatesDocument } from '../../data/checkout-operations.generated';
import { CheckoutStore } from '../../data/checkout-store';
import { deliveryDays } from '../../data/delivery-days';
import { fieldRefusal } from '../../data/field-refusal';

/** Asks where the order goes and how. */
@Component({
  selector: 'app-shipping-step',
  imports: [Button, Field, FormFeedback, FormField, Input, Price, Skeleton],
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
  protected readonly draft = signal(
    shippingDraft(
      this.store.checkout()?.shippingAddress,
      this.store.checkout()?.shippingMethod?.code,
      {
        countryCode: this.countries()[0]?.code ?? '',
        methodCode: '',
        name: this.session.customer()?.name ?? '',
      },
    ),
  );
  private readonly addressForm = queryResource(
    AddressFormDocument,
    () => {
      const { countryCode } = this.draft();
      return countryCode === '' ? undefined : { countryCode };
    },
    { fetchPolicy: 'cache-first', keepPrevious: true },
  );
  protected readonly rules = computed(() =>
    this.addressForm.hasValue()
      ? addressRules(this.addressForm.value().addressRules.fields)
      : TOLERANT_RULES,
  );
  protected readonly fields = form(
    this.draft,
    shippingSchema(() => this.rules()),
  );

  /** What is offered depends on where it goes, as far as that has been entered. */
  protected readonly rates = queryResource(
    ShippingRatesDocument,
    () => {
      const { countryCode, postcode } = this.draft();
      if (countryCode === '') return undefined;
      const isWhole = postcodeProblem(postcode, this.rules()) === null;
      return { countryCode, postcode: isWhole ? postcode.trim() || null : null };
    },
    { keepPrevious: true },
  );
  protected readonly methods = computed(() =>
    (this.rates.hasValue() ? (this.rates.value().cart?.shippingEstimates ?? []) : []).map(
      (method) => ({ ...method, isFree: isZero(method.price), days: deliveryDays(method) }),
    ),
  );
  protected readonly isUndeliverable = computed(
    () => this.rates.status() === 'resolved' && this.methods().length === 0,
  );

  constructor() {
    effect(() => {
      const codes = this.methods().map(({ code }) => code);
      const [first] = codes;
      if (first === undefined) return;
      this.draft.update((draft) =>
        codes.includes(draft.shippingMethodCode) ? draft : { ...draft, shippingMethodCode: first },
      );
    });
  }

  protected readonly save = async (): Promise<TreeValidationResult> => {
    const draft = this.draft();
    if (
      await this.store.saveShipping(toAddressInput(draft, this.rules()), draft.shippingMethodCode)
    ) {
      this.done.emit();
    }
    const { shippingMethodCode, ...address } = this.fields;
    return fieldRefusal(this.store.problem(), { ...address, shippingMethodCode });
  };
}

import { Component, computed, input, signal } from '@angular/core';
import { form, maxLength, submit, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { Field } from '../../../shared/form/field';
import { isAmount, wholeNumberRule } from '../../../shared/form/rules';
import { MoneyPipe } from '../../../shared/format/money';
import { describeProblem } from '../../../shared/graphql/graph-error';
import { queryResource } from '../../../shared/graphql/query-resource';
import type { ShippingNotOffered } from '../../../shared/graphql/types.generated';
import { Badge } from '../../../shared/ui/badge/badge';
import { Banner } from '../../../shared/ui/banner/banner';
import {
  TestShippingRateDocument,
  type TestShippingRateQueryVariables,
} from '../shipping-page.generated';

const reasons: Readonly<Record<ShippingNotOffered, string>> = {
  INACTIVE: 'It is switched off.',
  NO_RATE: 'It has no price in this zone.',
  OUTSIDE_BANDS: 'These goods are heavier or dearer than its prices reach.',
};

/** Asks what would be offered for a parcel to an address, and why the rest would not. */
@Component({
  selector: 'cw-rate-tester',
  imports: [Badge, Banner, Field, MatButton, MoneyPipe],
  templateUrl: './rate-tester.html',
  styleUrls: ['../../../shared/form/panel.scss', './rate-tester.scss'],
})
export class RateTester {
  readonly currency = input.required<string>();

  protected readonly reasons = reasons;
  private readonly parcel = signal({ country: 'GB', postcode: '', weight: '500', subtotal: '30' });
  protected readonly fields = form(this.parcel, (path) => {
    validate(path.country, ({ value }) =>
      /^[a-z]{2}$/i.test(value().trim())
        ? undefined
        : { kind: 'country', message: 'Two letters, such as GB.' },
    );
    maxLength(path.postcode, 20, { message: 'Use at most 20 characters.' });
    wholeNumberRule(path.weight, 0, 1_000_000);
    validate(path.subtotal, ({ value }) =>
      isAmount(value()) ? undefined : { kind: 'amount', message: 'An amount such as 30.00.' },
    );
  });
  private readonly asked = signal<TestShippingRateQueryVariables | undefined>(undefined);
  protected readonly query = queryResource(TestShippingRateDocument, this.asked);
  protected readonly result = computed(() => this.query.value()?.shippingRateTest);
  protected readonly problem = computed(() =>
    this.query.error() ? describeProblem(this.query.error()) : undefined,
  );

  protected async ask(): Promise<void> {
    await submit(this.fields, () => {
      const { country, postcode, weight, subtotal } = this.parcel();
      this.asked.set({
        countryCode: country.trim().toUpperCase(),
        ...(postcode.trim() && { postcode: postcode.trim() }),
        weightGrams: Number(weight),
        subtotal: subtotal.trim(),
      });
      return Promise.resolve(undefined);
    });
  }
}

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';

import {
  contactSchema,
  type ShippingDraft,
  shippingDraft,
  shippingSchema,
  toAddressInput,
} from './checkout-forms';

const draft: ShippingDraft = {
  countryCode: 'GB',
  name: 'Ada Lovelace',
  line1: '12 St James Square',
  line2: '',
  city: 'London',
  region: '',
  postcode: 'sw1y 4jh',
  phone: '',
  shippingMethodCode: 'standard',
};

function shippingForm(change: Partial<ShippingDraft> = {}) {
  return TestBed.runInInjectionContext(() => form(signal({ ...draft, ...change }), shippingSchema));
}

function contactForm(email: string) {
  return TestBed.runInInjectionContext(() =>
    form(signal({ email, acceptsMarketing: false }), contactSchema),
  );
}

const messages = (errors: readonly { readonly message?: string }[]) =>
  errors.map(({ message }) => message);

describe('checkout forms', () => {
  it('accepts a complete address', () => {
    expect(shippingForm()().valid()).toBe(true);
  });

  it('takes blanks for nothing', () => {
    expect(messages(shippingForm({ name: '   ' }).name().errors())).toEqual([
      'Enter the full name of who receives it.',
    ]);
  });

  it('asks for a state only in countries that have them', () => {
    const american = shippingForm({ countryCode: 'US', postcode: '94103' });

    expect(messages(american.region().errors())).toEqual(['Enter the state.']);
    expect(shippingForm().region().errors()).toEqual([]);
  });

  it('judges the postcode by the country', () => {
    expect(shippingForm({ countryCode: 'DE' }).postcode().valid()).toBe(false);
  });

  it('tells a missing email address from a wrong one', () => {
    expect(messages(contactForm('').email().errors())).toContain('Enter your email address.');
    expect(messages(contactForm('ada@').email().errors())).toEqual([
      'Enter an email address such as name@example.com.',
    ]);
  });

  it('sends trimmed values, and null for what was left out', () => {
    expect(toAddressInput({ ...draft, name: ' Ada ', region: 'Kent' })).toEqual({
      countryCode: 'GB',
      name: 'Ada',
      line1: '12 St James Square',
      line2: null,
      city: 'London',
      region: null,
      postcode: 'SW1Y 4JH',
      phone: null,
    });
  });

  it('begins with what the checkout knows and the fallback for the rest', () => {
    const begun = shippingDraft(null, null, {
      countryCode: 'GB',
      methodCode: 'standard',
      name: 'Ada',
    });

    expect(begun.countryCode).toBe('GB');
    expect(begun.shippingMethodCode).toBe('standard');
    expect(begun.name).toBe('Ada');
    expect(begun.line1).toBe('');
  });
});

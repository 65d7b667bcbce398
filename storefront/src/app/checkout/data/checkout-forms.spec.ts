import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';

import { aField, britishFields } from '../testing/address-fields';
import { addressRules } from './address-rules';
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

const british = addressRules(britishFields);

function shippingForm(change: Partial<ShippingDraft> = {}, rules = british) {
  const given = signal({ ...draft, ...change });
  return TestBed.runInInjectionContext(() =>
    form(
      given,
      shippingSchema(() => rules),
    ),
  );
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
    const rules = addressRules([aField('REGION', { label: 'State', isRequired: true })]);
    const american = shippingForm({ countryCode: 'US', postcode: '94103' }, rules);

    expect(messages(american.region().errors())).toEqual(['Enter the state.']);
    expect(shippingForm().region().errors()).toEqual([]);
  });

  it('judges the postcode by the country', () => {
    const german = addressRules([aField('POSTCODE', { pattern: '\\d{5}' })]);

    expect(shippingForm({ countryCode: 'DE' }, german).postcode().valid()).toBe(false);
    expect(shippingForm({ postcode: '10115' }, german).postcode().valid()).toBe(true);
  });

  it('tells a missing email address from a wrong one', () => {
    expect(messages(contactForm('').email().errors())).toContain('Enter your email address.');
    expect(messages(contactForm('ada@').email().errors())).toEqual([
      'Enter an email address such as name@example.com.',
    ]);
  });

  it('sends trimmed values, and null for what was left out', () => {
    expect(toAddressInput({ ...draft, name: ' Ada ', region: 'Kent' }, british)).toEqual({
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

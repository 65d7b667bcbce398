import {
  email,
  required,
  type Schema,
  schema,
  type SchemaPath,
  validate,
} from '@angular/forms/signals';

import type { AddressInput } from '#shared/graphql/types.generated';
import { type AddressRules, postcodeProblem } from './address-rules';

/** What the contact step asks. */
export interface ContactDraft {
  readonly email: string;
  /** Whether the shopper wants mails that no order calls for. */
  readonly acceptsMarketing: boolean;
}

/** What the shipping step asks; fields that are left out are empty texts. */
export interface ShippingDraft {
  readonly countryCode: string;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly phone: string;
  readonly shippingMethodCode: string;
}

type AddressLike = Omit<AddressInput, 'company'>;

/** Rules of the contact step. */
export const contactSchema = schema<ContactDraft>((path) => {
  filled(path.email, 'Enter your email address.');
  email(path.email, { message: 'Enter an email address such as name@example.com.' });
});

/** Rules of the shipping step; the country decides which of the others apply. */
export function shippingSchema(rules: () => AddressRules): Schema<ShippingDraft> {
  return schema<ShippingDraft>((path) => {
    required(path.countryCode, { message: 'Choose a country.' });
    filled(path.name, 'Enter the full name of who receives it.');
    filled(path.line1, 'Enter the street and house number.');
    filled(path.city, 'Enter the city.');
    validate(path.postcode, ({ value }) => {
      const message = postcodeProblem(value(), rules());
      return message ? { kind: 'postcode', message } : null;
    });
    validate(path.region, ({ value }) => {
      const { regionRequired, regionLabel } = rules();
      return regionRequired && value().trim() === ''
        ? { kind: 'required', message: `Enter the ${regionLabel.toLowerCase()}.` }
        : null;
    });
    required(path.shippingMethodCode, { message: 'Choose how we should send it.' });
  });
}

/** The draft to begin with: what the checkout already knows, or what is most likely. */
export function shippingDraft(
  address: AddressLike | null | undefined,
  methodCode: string | null | undefined,
  fallback: { readonly countryCode: string; readonly methodCode: string; readonly name: string },
): ShippingDraft {
  return {
    countryCode: address?.countryCode ?? fallback.countryCode,
    name: address?.name ?? fallback.name,
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    city: address?.city ?? '',
    region: address?.region ?? '',
    postcode: address?.postcode ?? '',
    phone: address?.phone ?? '',
    shippingMethodCode: methodCode ?? fallback.methodCode,
  };
}

/** The address as the API takes it: trimmed, and null where nothing was given. */
export function toAddressInput(draft: ShippingDraft, rules: AddressRules): AddressInput {
  return {
    countryCode: draft.countryCode,
    name: draft.name.trim(),
    line1: draft.line1.trim(),
    line2: optional(draft.line2),
    city: draft.city.trim(),
    region: rules.regionShown ? optional(draft.region) : null,
    postcode: optional(draft.postcode.toUpperCase()),
    phone: optional(draft.phone),
  };
}

/** An address that the API answered, ready to be sent back: only the fields that its input knows. */
export function addressInputOf(address: AddressInput): AddressInput {
  const { name, company, line1, line2, city, region, postcode, countryCode, phone } = address;
  return { name, company, line1, line2, city, region, postcode, countryCode, phone };
}

function filled(path: SchemaPath<string>, message: string): void {
  validate(path, ({ value }) => (value().trim() === '' ? { kind: 'required', message } : null));
}

function optional(value: string): string | null {
  return value.trim() || null;
}

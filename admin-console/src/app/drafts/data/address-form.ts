import type { AddressInput } from '../../shared/graphql/types.generated';
import type { DraftFieldsFragment } from './draft-fragments.generated';

/** Where a draft goes, as it is edited. */
export interface AddressForm {
  readonly name: string;
  readonly company: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly countryCode: string;
  readonly phone: string;
}

export const blankAddress: AddressForm = {
  name: '',
  company: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postcode: '',
  countryCode: '',
  phone: '',
};

/** Whether anything is known of it but its country. */
export function hasAddress({ countryCode: _, ...typed }: AddressForm): boolean {
  return Object.values(typed).some((text) => text.trim());
}

/** An address, ready to be edited. */
export function toAddressForm(address: DraftFieldsFragment['shippingAddress']): AddressForm {
  if (!address) return blankAddress;
  const { name, company, line1, line2, city, region, postcode, countryCode, phone } = address;
  return {
    name,
    company: company ?? '',
    line1,
    line2: line2 ?? '',
    city,
    region: region ?? '',
    postcode: postcode ?? '',
    countryCode,
    phone: phone ?? '',
  };
}

/** What is sent of an address. */
export function toAddressInput({ name, line1, city, countryCode, ...optional }: AddressForm) {
  const given = Object.entries(optional).filter(([, text]) => text.trim());
  const address: AddressInput = {
    name: name.trim(),
    line1: line1.trim(),
    city: city.trim(),
    countryCode,
    ...Object.fromEntries(given.map(([field, text]) => [field, text.trim()])),
  };
  return address;
}

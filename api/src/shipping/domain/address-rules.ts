import { type AddressPart, type CountryForm, countryForms } from './address-countries';

/** What a form asks for in one field, and what the server takes. */
export interface AddressField {
  readonly part: AddressPart;
  readonly label: string;
  readonly isRequired: boolean;
  readonly maxLength: number;
  /** Regular expression of all of the text, whatever the case of its letters; undefined when any text is right. */
  readonly pattern: string | undefined;
  readonly example: string | undefined;
  /** What can be chosen; empty when anything can be written. */
  readonly options: readonly { readonly code: string; readonly name: string }[];
}

/** How a country writes an address: its fields, in the order in which a form asks for them. */
export interface AddressRules {
  readonly countryCode: string;
  readonly fields: readonly AddressField[];
}

/** An address as somebody has entered it. */
export type EnteredAddress = { readonly countryCode: string } & Readonly<
  Partial<Record<AddressPart, string | null | undefined>>
>;

/** What is wrong with one part of an address. */
export interface AddressProblem {
  readonly part: AddressPart;
  readonly message: string;
}

const UNKNOWN: CountryForm = {
  place: ['city', 'region', 'postcode'],
  isPostcodeRequired: false,
};

const asked: Readonly<Record<AddressPart, string>> = {
  name: 'Enter a full name.',
  company: 'Enter a company.',
  line1: 'Enter a street and number.',
  line2: 'Enter a flat, floor or building.',
  city: 'Enter a town.',
  region: 'Enter a region.',
  postcode: 'Enter a postcode.',
  phone: 'Enter a telephone number.',
};

/** The rules of a country; one that is not known in detail takes what it is given. */
export function addressRules(countryCode: string): AddressRules {
  const form = countryForms[countryCode] ?? UNKNOWN;
  const place = form.place ?? ['city', 'postcode'];
  return {
    countryCode,
    fields: [
      field('name', 'Full name', { isRequired: true }),
      field('company', 'Company'),
      field('line1', 'Street and number', { isRequired: true }),
      field('line2', 'Flat, floor, building'),
      ...place.map((part) => placeField(part, form)),
      field('phone', 'Telephone', { maxLength: 40 }),
    ],
  };
}

/** Everything that is wrong with an address, in the order of its form; parts that its country has no field for are let be. */
export function addressProblems(address: EnteredAddress): AddressProblem[] {
  return addressRules(address.countryCode).fields.flatMap((rule) => {
    const message = problemOf(rule, address[rule.part]?.trim() ?? '');
    return message === undefined ? [] : [{ part: rule.part, message }];
  });
}

/** The code of a region that was named in full, where a country has codes; anything else as it is. */
export function regionCode(countryCode: string, region: string): string {
  const options = optionsOf(countryForms[countryCode]?.regions);
  return options.find((option) => isSameRegion(option, region))?.code ?? region;
}

function problemOf(rule: AddressField, text: string): string | undefined {
  if (text === '') return rule.isRequired ? asked[rule.part] : undefined;
  if (text.length > rule.maxLength) return `Use ${rule.maxLength} characters at most.`;
  if (rule.options.length > 0 && !rule.options.some((option) => isSameRegion(option, text))) {
    return `There is no ${rule.label.toLowerCase()} of this name in that country.`;
  }
  const isRight = !rule.pattern || new RegExp(`^(?:${rule.pattern})$`, 'i').test(text);
  return isRight ? undefined : 'This does not look like a postcode of that country.';
}

function placeField(part: 'city' | 'region' | 'postcode', form: CountryForm): AddressField {
  switch (part) {
    case 'city':
      return field(part, form.cityLabel ?? 'City', { isRequired: true, maxLength: 100 });
    case 'region':
      return field(part, form.regionLabel ?? 'Region', {
        isRequired: form.isRegionRequired ?? false,
        maxLength: 100,
        options: optionsOf(form.regions),
      });
    case 'postcode':
      return field(part, form.postcodeLabel ?? 'Postcode', {
        isRequired: form.isPostcodeRequired ?? true,
        maxLength: 20,
        pattern: form.postcode,
        example: form.example,
      });
  }
}

function field(
  part: AddressPart,
  label: string,
  more: Partial<Omit<AddressField, 'part' | 'label'>> = {},
): AddressField {
  return {
    part,
    label,
    isRequired: false,
    maxLength: 200,
    pattern: undefined,
    example: undefined,
    options: [],
    ...more,
  };
}

function optionsOf(regions: CountryForm['regions']): AddressField['options'] {
  return Object.entries(regions ?? {}).map(([code, name]) => ({ code, name }));
}

function isSameRegion({ code, name }: AddressField['options'][number], region: string): boolean {
  const wanted = region.trim().toUpperCase();
  return wanted === code || wanted === name.toUpperCase();
}

import type { AddressFieldName } from '#shared/graphql/types.generated';

/** One field of an address as the shop asks for it. */
export interface AddressFieldRule {
  readonly field: AddressFieldName;
  readonly label: string;
  readonly isRequired: boolean;
  readonly pattern: string | null;
  readonly example: string | null;
  readonly options: readonly { readonly code: string; readonly name: string }[];
}

/** How a country writes its addresses, as far as the form needs to know. */
export interface AddressRules {
  readonly postcodeLabel: string;
  readonly postcodeRequired: boolean;
  readonly postcodePattern: RegExp | null;
  readonly postcodeExample: string;
  readonly postcodeInputMode: 'text' | 'numeric';
  readonly cityLabel: string;
  readonly regionLabel: string;
  readonly regionRequired: boolean;
  readonly regionShown: boolean;
  /** What can be chosen as region; empty where anything can be written. */
  readonly regionOptions: readonly { readonly code: string; readonly name: string }[];
}

/** What is asked as long as the rules of a country are not known; the shop judges the address anyway. */
export const TOLERANT_RULES: AddressRules = {
  postcodeLabel: 'Postcode',
  postcodeRequired: false,
  postcodePattern: null,
  postcodeExample: '',
  postcodeInputMode: 'text',
  cityLabel: 'City',
  regionLabel: 'Region',
  regionRequired: false,
  regionShown: false,
  regionOptions: [],
};

/** Reads the fields that the shop names for a country. */
export function addressRules(fields: readonly AddressFieldRule[]): AddressRules {
  const of = (name: AddressFieldName) => fields.find(({ field }) => field === name);
  const [postcode, city, region] = [of('POSTCODE'), of('CITY'), of('REGION')];
  return {
    postcodeLabel: postcode?.label ?? TOLERANT_RULES.postcodeLabel,
    postcodeRequired: postcode?.isRequired ?? false,
    postcodePattern: postcode?.pattern ? new RegExp(`^(?:${postcode.pattern})$`, 'i') : null,
    postcodeExample: postcode?.example ?? '',
    postcodeInputMode: /^\d+$/.test(postcode?.example ?? '') ? 'numeric' : 'text',
    cityLabel: city?.label ?? TOLERANT_RULES.cityLabel,
    regionLabel: region?.label ?? TOLERANT_RULES.regionLabel,
    regionRequired: region?.isRequired ?? false,
    regionShown: region !== undefined,
    regionOptions: region?.options ?? [],
  };
}

/** What is wrong with a postcode under these rules, in words, or null. */
export function postcodeProblem(postcode: string, rules: AddressRules): string | null {
  const value = postcode.trim();
  const name = rules.postcodeLabel.replace(/^Post/, 'post');
  if (value === '') {
    return rules.postcodeRequired ? `Enter the ${name}.` : null;
  }
  if (rules.postcodePattern && !rules.postcodePattern.test(value)) {
    const example = rules.postcodeExample ? ` Example: ${rules.postcodeExample}.` : '';
    return `This does not look like a ${name}.${example}`;
  }
  return null;
}

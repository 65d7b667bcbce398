import type { AddressFieldName } from '#shared/graphql/types.generated';
import type { AddressFieldRule } from '../data/address-rules';

/** A field of an address form; give only what matters. */
export function aField(
  field: AddressFieldName,
  given: Partial<AddressFieldRule> = {},
): AddressFieldRule {
  return {
    field,
    label: 'City',
    isRequired: false,
    pattern: null,
    example: null,
    options: [],
    ...given,
  };
}

/** What the shop asks of an address in Britain, as far as it depends on the country. */
export const britishFields: readonly AddressFieldRule[] = [
  aField('CITY', { isRequired: true }),
  aField('POSTCODE', {
    label: 'Postcode',
    isRequired: true,
    pattern: 'GIR ?0AA|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}',
    example: 'SW1A 1AA',
  }),
];

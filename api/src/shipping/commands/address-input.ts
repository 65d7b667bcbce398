import { z } from 'zod';

import { optionalText } from '../../platform/graphql/input-schemas';
import { addressProblems, regionCode } from '../domain/address-rules';

const text = z.string().trim().max(200);

/** An address that is written as its country writes it; a region that has a code gets it. */
export const addressInput = z
  .object({
    name: text,
    company: optionalText(200),
    line1: text,
    line2: optionalText(200),
    city: text,
    region: optionalText(100),
    postcode: optionalText(20),
    countryCode: z.string().regex(/^[A-Z]{2}$/, 'Choose a country.'),
    phone: optionalText(40),
  })
  .superRefine((address, context) => {
    for (const { part, message } of addressProblems(address)) {
      context.addIssue({ code: 'custom', path: [part], message });
    }
  })
  .transform((address) => ({
    ...address,
    region: address.region && regionCode(address.countryCode, address.region),
  }));

/** Countries whose post needs no postcode, or has none. Source: Universal Postal Union addressing guides. */
const withoutPostcode = new Set(['IE', 'HK', 'AE', 'QA', 'BS', 'AG']);

/** Forms of postcodes that are easily mistyped. Source: the national posts' published formats. */
const postcodeForms: Readonly<Record<string, RegExp>> = {
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  US: /^\d{5}(-\d{4})?$/,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  NL: /^\d{4} ?[A-Z]{2}$/i,
};

/** What is wrong with a postcode in a country; undefined when nothing is. */
export function postcodeProblem(
  countryCode: string,
  postcode: string | undefined,
): string | undefined {
  if (!postcode) return withoutPostcode.has(countryCode) ? undefined : 'Enter a postcode.';
  const form = postcodeForms[countryCode];
  return form && !form.test(postcode)
    ? 'This does not look like a postcode of that country.'
    : undefined;
}

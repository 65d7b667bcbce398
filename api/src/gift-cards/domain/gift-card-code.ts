/** Crockford's digits: none of them is taken for another when it is read out or copied by hand. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const FORM = new RegExp(`^[${DIGITS}]{${LENGTH}}$`);

/** Bytes that a code is made of: 80 bits, which nobody finds by trying. */
export const CODE_BYTES = 10;

/** Writes ten bytes as a code in groups of four, such as 7K3M-Q9ZT-04XB-WN2E. */
export function toCode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, CODE_BYTES)) bits = (bits << 8n) | BigInt(byte);
  let digits = '';
  for (let place = LENGTH - 1; place >= 0; place -= 1) {
    digits += DIGITS[Number((bits >> BigInt(place * 5)) & 31n)] ?? '';
  }
  return digits.replace(/(.{4})(?=.)/g, '$1-');
}

/** Reads a code however it was typed; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const digits = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return FORM.test(digits) ? digits.replace(/(.{4})(?=.)/g, '$1-') : undefined;
}

/** Without letters and digits that look alike, and without vowels, so that no words come about. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
/** 27 ^ 12 are more than 10 ^ 17 codes: nobody guesses one. */
const RANDOM_LENGTH = 12;

/** A code the way it is stored and compared: capital letters, without spaces. */
export function couponKey(code: string): string {
  return code.replaceAll(/\s/g, '').toUpperCase();
}

/** Whether a code can be one. */
export function isCouponKey(key: string): boolean {
  return /^[^a-z\s]{3,40}$/.test(key);
}

/** A code that nobody can guess, made of random bytes; undefined when these have not sufficed. */
export function randomCode(prefix: string, bytes: Iterable<number>): string | undefined {
  // Bytes beyond the last whole alphabet would make its first letters likelier.
  const limit = 256 - (256 % ALPHABET.length);
  let code = '';
  for (const byte of bytes) {
    if (byte < limit) code += ALPHABET.charAt(byte % ALPHABET.length);
    if (code.length === RANDOM_LENGTH) return `${couponKey(prefix)}${code}`;
  }
  return undefined;
}

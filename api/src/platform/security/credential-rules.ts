import { z } from 'zod';

/** An e-mail address in the one form in which it is stored and compared. */
export const emailRule = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .email('Please enter an e-mail address such as name@example.com.')
      .max(254, 'This e-mail address is too long.'),
  );

const LONGEST_PASSWORD = 256;
const tooLong = `A password has at most ${LONGEST_PASSWORD} characters.`;

/** A password being chosen: any characters, long enough, taken as it is typed. */
export const newPasswordRule = z
  .string()
  .min(8, 'A password needs at least 8 characters.')
  .max(LONGEST_PASSWORD, tooLong);

/** A password being tried: whatever was once allowed must still be. */
export const triedPasswordRule = z
  .string()
  .min(1, 'Please enter your password.')
  .max(LONGEST_PASSWORD, tooLong);

/** The name of a person, on one line. */
export const personNameRule = z
  .string()
  .transform((text) => text.trim().normalize('NFC'))
  .pipe(
    z
      .string()
      .min(1, 'Please enter a name.')
      .max(100, 'A name has at most 100 characters.')
      .regex(/^\P{Cc}*$/u, 'A name is a single line of text.'),
  );

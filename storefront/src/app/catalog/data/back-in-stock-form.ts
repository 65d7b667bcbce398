import { email, required, schema } from '@angular/forms/signals';

/** What somebody is asked who waits for something. */
export interface WaitingDraft {
  readonly email: string;
}

/** Rules of the form that asks to be told when something is back. */
export const waitingSchema = schema<WaitingDraft>((path) => {
  required(path.email, { message: 'Enter your email address.' });
  email(path.email, { message: 'Enter an email address such as name@example.com.' });
});

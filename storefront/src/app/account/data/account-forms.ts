import { email, schema, type SchemaPath, validate } from '@angular/forms/signals';

/** What signing in asks. */
export interface SignInDraft {
  readonly email: string;
  readonly password: string;
}

/** What making an account asks. */
export interface RegisterDraft extends SignInDraft {
  readonly name: string;
}

/** The shortest password that is accepted. Length alone counts. */
export const SHORTEST_PASSWORD = 8;

/** Rules of the sign-in form; whether the password is right, only the shop can say. */
export const signInSchema = schema<SignInDraft>((path) => {
  emailRules(path.email);
  filled(path.password, 'Enter your password.');
});

/** Rules of the registration form. */
export const registerSchema = schema<RegisterDraft>((path) => {
  filled(path.name, 'Enter your full name.');
  emailRules(path.email);
  validate(path.password, ({ value }) =>
    value().length >= SHORTEST_PASSWORD
      ? null
      : { kind: 'short', message: `Use at least ${SHORTEST_PASSWORD} characters.` },
  );
});

function emailRules(path: SchemaPath<string>): void {
  filled(path, 'Enter your email address.');
  email(path, { message: 'Enter an email address such as name@example.com.' });
}

function filled(path: SchemaPath<string>, message: string): void {
  validate(path, ({ value }) => (value().trim() === '' ? { kind: 'required', message } : null));
}

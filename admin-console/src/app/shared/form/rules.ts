import { type SchemaPath, validate } from '@angular/forms/signals';

/** A name for programs: small letters, digits and hyphens. */
export function codeRule(path: SchemaPath<string>): void {
  validate(path, ({ value }) =>
    /^[a-z0-9-]{1,40}$/.test(value())
      ? undefined
      : { kind: 'code', message: 'Use small letters, digits and hyphens, 40 at most.' },
  );
}

/** A whole number within bounds. */
export function wholeNumberRule(path: SchemaPath<string>, least: number, most: number): void {
  validate(path, ({ value }) =>
    isWholeNumber(value(), least, most)
      ? undefined
      : {
          kind: 'number',
          message: `A whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}.`,
        },
  );
}

/** A percentage from 0 to 100. */
export function percentRule(path: SchemaPath<string>): void {
  validate(path, ({ value }) =>
    isPercent(value()) ? undefined : { kind: 'percent', message: 'From 0 to 100.' },
  );
}

/** Whether a text is an amount such as 12.50. */
export function isAmount(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text.trim());
}

/** Whether a text is a percentage from 0 to 100. */
export function isPercent(text: string): boolean {
  return isAmount(text) && Number(text) <= 100;
}

function isWholeNumber(text: string, least: number, most: number): boolean {
  const number = Number(text);
  return /^-?\d+$/.test(text.trim()) && number >= least && number <= most;
}

import { v7, validate } from 'uuid';

/** A new opaque, time-ordered id (UUIDv7). */
export function newId(): string {
  return v7();
}

/** Whether a client's string can be an id at all; anything else finds nothing. */
export function isId(value: string): boolean {
  return validate(value);
}

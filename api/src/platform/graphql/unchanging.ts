import { Extensions } from 'type-graphql';

/**
 * Objects of this type are never changed once they are made, and requests share them: what an answer shows of their
 * own properties is worked out once for each.
 */
export const Unchanging = (): ClassDecorator => Extensions({ unchanging: true });

/** Whether objects of a type are never changed once they are made. */
export function isUnchanging(type: {
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}): boolean {
  return type.extensions?.['unchanging'] === true;
}

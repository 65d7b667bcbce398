import { Field, ObjectType, registerEnumType } from 'type-graphql';

import type { Actor } from '../../platform/events/event-log';

export enum EventActorKind {
  ANONYMOUS = 'ANONYMOUS',
  CUSTOMER = 'CUSTOMER',
  STAFF = 'STAFF',
  API_KEY = 'API_KEY',
  SYSTEM = 'SYSTEM',
}
registerEnumType(EventActorKind, {
  name: 'EventActorKind',
  description: 'What kind of caller did something.',
  valuesConfig: {
    ANONYMOUS: { description: 'A guest, such as by the link of the tracking page.' },
    CUSTOMER: { description: 'A signed-in customer.' },
    STAFF: { description: 'A member of staff.' },
    API_KEY: { description: 'A program of a third party.' },
    SYSTEM: { description: 'The shop by itself.' },
  },
});

@ObjectType('EventActor', { description: 'Who did something.' })
export class EventActorType {
  @Field(() => EventActorKind, { description: 'What kind of caller.' })
  kind: EventActorKind;

  @Field(() => String, { nullable: true, description: 'The name, of staff and programs.' })
  name?: string;
}

/** Maps an actor to its GraphQL form. */
export function toEventActorType({ kind, name }: Actor): EventActorType {
  const key = kind.toUpperCase().replace('-', '_') as keyof typeof EventActorKind;
  return Object.assign(new EventActorType(), { kind: EventActorKind[key], name });
}

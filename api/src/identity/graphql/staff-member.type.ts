import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { MutationPayload } from '../../platform/graphql/payload';
import type { Permission } from '../../platform/security/viewer';
import type { StaffMemberRecord } from '../persistence/staff.repository';
import { SessionType } from './session.type';

export const permissionNames: { readonly [P in Permission]: P } = {
  CATALOG_READ: 'CATALOG_READ',
  CATALOG_WRITE: 'CATALOG_WRITE',
  INVENTORY_READ: 'INVENTORY_READ',
  INVENTORY_WRITE: 'INVENTORY_WRITE',
  ORDERS_READ: 'ORDERS_READ',
  ORDERS_WRITE: 'ORDERS_WRITE',
  PRICING_WRITE: 'PRICING_WRITE',
  PROMOTIONS_WRITE: 'PROMOTIONS_WRITE',
  SHIPPING_WRITE: 'SHIPPING_WRITE',
  GIFT_CARDS_WRITE: 'GIFT_CARDS_WRITE',
  MESSAGES_READ: 'MESSAGES_READ',
  MESSAGES_WRITE: 'MESSAGES_WRITE',
  API_KEYS_WRITE: 'API_KEYS_WRITE',
  SYSTEM_MANAGE: 'SYSTEM_MANAGE',
};
registerEnumType(permissionNames, {
  name: 'Permission',
  description: 'What a member of staff may do.',
});

@ObjectType('StaffMember', { description: 'A person who works in the shop.' })
export class StaffMemberType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'E-mail address they sign in with.' })
  email: string;

  @Field(() => String, { description: 'Name that colleagues see.' })
  name: string;

  @Field(() => [permissionNames], { description: 'What their role lets them do.' })
  permissions: readonly Permission[];
}

@ObjectType({ description: 'Who signed in.' })
export class StaffSessionCreatePayload extends MutationPayload {
  @Field(() => StaffMemberType, { nullable: true, description: 'The member of staff.' })
  staffMember?: StaffMemberType;

  @Field(() => SessionType, { nullable: true, description: 'Their session.' })
  session?: SessionType;
}

@ObjectType({ description: 'Null session when the caller has none or it has ended.' })
export class StaffSessionRefreshPayload extends MutationPayload {
  @Field(() => StaffMemberType, { nullable: true, description: 'Whose session it is.' })
  staffMember?: StaffMemberType;

  @Field(() => SessionType, { nullable: true, description: 'The session with a new access token.' })
  session?: SessionType;
}

/** Maps a member of staff to its GraphQL form. */
export function toStaffMemberType(member: StaffMemberRecord): StaffMemberType {
  return Object.assign(new StaffMemberType(), member);
}

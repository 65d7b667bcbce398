import { Field, ID, ObjectType } from 'type-graphql';

import { DateTime } from '../../platform/graphql/scalars';
import type { CustomerRecord } from '../persistence/customer.repository';

@ObjectType('Customer', { description: 'A person who has an account with the shop.' })
export class CustomerType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'E-mail address they sign in with.' })
  email: string;

  @Field(() => String, { description: 'Name they want to be called by.' })
  name: string;

  @Field(() => DateTime, { description: 'When they registered.' })
  createdAt: Date;
}

/** Maps a customer to its GraphQL form. */
export function toCustomerType(customer: CustomerRecord): CustomerType {
  const { id, email, name, createdAt } = customer;
  return Object.assign(new CustomerType(), { id, email, name, createdAt });
}

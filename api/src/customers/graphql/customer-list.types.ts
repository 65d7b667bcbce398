import { ArgsType, Field, ID, ObjectType } from 'type-graphql';

import { connectionOf, PageArgs } from '../../platform/graphql/connection';
import { DateTime } from '../../platform/graphql/scalars';
import type { CustomerRecord } from '../persistence/customer.repository';

/** What a list shows of a customer: nothing that costs a statement for each of them. */
@ObjectType('CustomerSummary', { description: 'A customer as lists for staff show one.' })
export class CustomerSummaryType {
  @Field(() => ID, { description: 'Opaque id, that of the customer.' })
  id: string;

  @Field(() => String, { description: 'E-mail address they sign in with.' })
  email: string;

  @Field(() => String, { description: 'Name they want to be called by.' })
  name: string;

  @Field(() => DateTime, { description: 'When they registered.' })
  createdAt: Date;
}

export const CustomerSummaryConnection = connectionOf('CustomerSummary', () => CustomerSummaryType);

@ArgsType()
export class CustomerListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that all occur in the name or the e-mail address, whole or in part; eight count.',
  })
  query?: string | null;
}

/** Maps a customer to its form in lists. */
export function toCustomerSummary({
  id,
  email,
  name,
  createdAt,
}: CustomerRecord): CustomerSummaryType {
  return Object.assign(new CustomerSummaryType(), { id, email, name, createdAt });
}

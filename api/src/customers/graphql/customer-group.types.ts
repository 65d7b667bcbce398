import { Field, InputType, Int, ObjectType } from 'type-graphql';

import { MutationPayload } from '../../platform/graphql/payload';

@ObjectType('CustomerGroup', { description: 'Customers who are treated alike, such as trade.' })
export class CustomerGroupType {
  @Field(() => String, { description: 'For programs; price lists name it.' })
  code: string;

  @Field(() => String, { description: 'For staff.' })
  name: string;

  @Field(() => Int, { description: 'How many customers are in it.' })
  memberCount: number;
}

@InputType({ description: 'A group of customers, made or renamed.' })
export class CustomerGroupSetInput {
  @Field(() => String, { description: 'Small letters, digits and hyphens; 40 at most.' })
  code: string;

  @Field(() => String, { description: 'For staff.' })
  name: string;
}

@InputType({ description: 'Customers and the group they come into.' })
export class CustomerGroupAssignInput {
  @Field(() => [String], { description: 'E-mail addresses of their accounts, 500 at most.' })
  emails: string[];

  @Field(() => String, { nullable: true, description: 'The group; left out for none.' })
  code?: string | null;
}

@ObjectType({ description: 'Outcome of customerGroupSet.' })
export class CustomerGroupSetPayload extends MutationPayload {
  @Field(() => [CustomerGroupType], { nullable: true, description: 'All groups now, by code.' })
  customerGroups?: CustomerGroupType[];
}

@ObjectType({ description: 'Outcome of customerGroupAssign.' })
export class CustomerGroupAssignPayload extends MutationPayload {
  @Field(() => [CustomerGroupType], { nullable: true, description: 'All groups now, by code.' })
  customerGroups?: CustomerGroupType[];
}

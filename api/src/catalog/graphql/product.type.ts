import { Field, ID, ObjectType } from 'type-graphql';

import { DateTime } from '../../platform/graphql/scalars';

@ObjectType('Product', { description: 'Something the shop sells, in one or more variations.' })
export class ProductType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Name in addresses, unique in the shop.' })
  slug: string;

  @Field(() => String, { description: 'Name.' })
  title: string;

  @Field(() => String, { description: 'Plain text; paragraphs are separated by a blank line.' })
  description: string;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt: Date;
}

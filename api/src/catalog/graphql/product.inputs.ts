import { Field, InputType, registerEnumType } from 'type-graphql';

export enum ProductSort {
  FEATURED = 'FEATURED',
  NEWEST = 'NEWEST',
  PRICE_ASC = 'PRICE_ASC',
  PRICE_DESC = 'PRICE_DESC',
  TITLE = 'TITLE',
}
registerEnumType(ProductSort, {
  name: 'ProductSort',
  description: 'Order of a listing.',
  valuesConfig: {
    FEATURED: { description: "The shop's own order." },
    NEWEST: { description: 'Newest first.' },
    PRICE_ASC: { description: 'Cheapest first, by the cheapest variation.' },
    PRICE_DESC: { description: 'Dearest first, by the cheapest variation.' },
    TITLE: { description: 'By name.' },
  },
});

@InputType({ description: 'Which products a listing holds; all conditions must hold.' })
export class ProductWhere {
  @Field(() => String, { nullable: true, description: 'Slug of a collection.' })
  collection?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether any variation can be bought now.',
  })
  inStock?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Products with any of these SKUs.' })
  skus?: string[] | null;
}

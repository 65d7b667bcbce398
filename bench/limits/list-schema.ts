import 'reflect-metadata';

import { readFileSync } from 'node:fs';

import type { GraphQLSchema } from 'graphql';
import {
  Arg,
  buildSchema,
  type ClassType,
  Field,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';

class Money {
  declare amount: string;
  declare currencyCode: string;
}
class PriceRange {
  declare min: Money;
  declare max: Money;
}
class SelectedOption {
  declare name: string;
  declare value: string;
}
class ProductVariation {
  declare id: string;
  declare sku: string;
  declare title: string;
  declare availability: string;
  declare price: Money;
  declare selectedOptions: SelectedOption[];
}
class Product {
  declare id: string;
  declare slug: string;
  declare title: string;
  declare availability: string;
  declare priceRange: PriceRange;
  declare variations: ProductVariation[];
}
class PageInfo {
  declare hasNextPage: boolean;
}
class ProductConnection {
  declare pageInfo: PageInfo;
  declare nodes: Product[];
}

type Fields = Readonly<Record<string, Parameters<typeof Query>[0]>>;

const text = () => String;
const shapes: readonly (readonly [ClassType, Fields])[] = [
  [Money, { amount: text, currencyCode: text }],
  [PriceRange, { min: () => Money, max: () => Money }],
  [SelectedOption, { name: text, value: text }],
  [
    ProductVariation,
    {
      id: () => ID,
      sku: text,
      title: text,
      availability: text,
      price: () => Money,
      selectedOptions: () => [SelectedOption],
    },
  ],
  [
    Product,
    {
      id: () => ID,
      slug: text,
      title: text,
      availability: text,
      priceRange: () => PriceRange,
      variations: () => [ProductVariation],
    },
  ],
  [PageInfo, { hasNextPage: () => Boolean }],
  [ProductConnection, { pageInfo: () => PageInfo, nodes: () => [Product] }],
];

/** The answer that lies in memory, as instances of the classes. */
function listInMemory(): ProductConnection {
  const { data } = JSON.parse(readFileSync(process.env['BODY_FILE'] ?? '', 'utf8')) as {
    readonly data: { readonly products: ProductConnection };
  };
  const { pageInfo, nodes } = data.products;
  return Object.assign(new ProductConnection(), {
    pageInfo: Object.assign(new PageInfo(), pageInfo),
    nodes: nodes.map((product) =>
      Object.assign(new Product(), product, {
        priceRange: Object.assign(new PriceRange(), {
          min: Object.assign(new Money(), product.priceRange.min),
          max: Object.assign(new Money(), product.priceRange.max),
        }),
        variations: product.variations.map((variation) =>
          Object.assign(new ProductVariation(), variation, {
            price: Object.assign(new Money(), variation.price),
            selectedOptions: variation.selectedOptions.map((option) =>
              Object.assign(new SelectedOption(), option),
            ),
          }),
        ),
      }),
    ),
  });
}

class ListResolver {
  private readonly list = listInMemory();

  products(_first: number): Promise<ProductConnection> {
    return Promise.resolve(this.list);
  }
}

/** A TypeGraphQL schema of the list. Decorators are called as the functions they are: Node only strips types. */
export function buildListSchema(simpleResolvers: boolean): Promise<GraphQLSchema> {
  for (const [someClass, fields] of shapes) {
    ObjectType({ simpleResolvers })(someClass);
    for (const [name, type] of Object.entries(fields)) {
      Field(type)(someClass.prototype, name);
    }
  }
  const method = Object.getOwnPropertyDescriptor(ListResolver.prototype, 'products');
  Query(() => ProductConnection)(ListResolver.prototype, 'products', method ?? {});
  Arg('first', () => Int)(ListResolver.prototype, 'products', 0);
  Resolver()(ListResolver);
  return buildSchema({ resolvers: [ListResolver], validate: false });
}

import { Refusal } from '../launcher/refusal.ts';
import type { GraphqlEndpoint } from './graphql-endpoint.ts';
import { minorOf, type Money } from './money.ts';

/** A variation as the public catalogue shows it. */
export interface OfferedVariation {
  readonly id: string;
  readonly priceMinor: bigint;
}

/** What a stranger can learn about the shop. */
export interface ShopFacts {
  readonly name: string;
  readonly currencyCode: string;
  readonly pricesIncludeTax: boolean;
  readonly countryCodes: readonly string[];
  readonly shippingMethodCode: string;
}

interface ShopAnswer {
  readonly shop: {
    readonly name: string;
    readonly currencyCode: string;
    readonly pricesIncludeTax: boolean;
    readonly countries: readonly { readonly code: string }[];
    readonly shippingMethods: readonly { readonly code: string }[];
    readonly paymentMethods: readonly { readonly code: string }[];
  };
}

interface ProductsAnswer {
  readonly products: {
    readonly nodes: readonly {
      readonly variations: readonly {
        readonly id: string;
        readonly sku: string;
        readonly price: Money;
      }[];
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Asks the shop who it is; refuses one that the replay cannot pay. */
export async function readShop(shop: GraphqlEndpoint): Promise<ShopFacts> {
  const { data } = await shop.send<ShopAnswer>({
    step: 'shop',
    query: `query Shop { shop { name currencyCode pricesIncludeTax countries { code }
      shippingMethods { code } paymentMethods { code } } }`,
  });
  const { shippingMethods, paymentMethods, countries, ...facts } = data.shop;
  const [shipping] = shippingMethods;
  if (!shipping) throw new Refusal('The shop has no shipping method.');
  if (!paymentMethods.some(({ code }) => code === 'manual')) {
    throw new Refusal('The shop has no manual payment, which the replay pays with.');
  }
  return {
    ...facts,
    countryCodes: countries.map(({ code }) => code),
    shippingMethodCode: shipping.code,
  };
}

/** Pages through the whole catalogue; SKUs in capitals, as the file's codes are compared. */
export async function readCatalogue(shop: GraphqlEndpoint): Promise<Map<string, OfferedVariation>> {
  const catalogue = new Map<string, OfferedVariation>();
  for (let after: string | null = null; ;) {
    const { data }: { data: ProductsAnswer } = await shop.send<ProductsAnswer>({
      step: 'products',
      query: `query Catalogue($after: String) { products(first: 100, after: $after, sort: TITLE) {
        nodes { variations { id sku price { amount currencyCode } } }
        pageInfo { hasNextPage endCursor } } }`,
      variables: { after },
    });
    for (const { id, sku, price } of data.products.nodes.flatMap(({ variations }) => variations)) {
      catalogue.set(sku.toUpperCase(), { id, priceMinor: minorOf(price) });
    }
    if (!data.products.pageInfo.hasNextPage) return catalogue;
    after = data.products.pageInfo.endCursor;
  }
}

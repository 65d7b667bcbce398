import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import { Cached, dependsOn } from '../../platform/graphql/caching';
import {
  type ConnectionShape,
  PageArgs,
  toConnection,
  toPageRequest,
} from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/graphql/request-context';
import { SHOP_TAG, type ShopSettingsReader } from '../../shop';
import { listingDependencies, productSlugTag, productTag } from '../domain/catalog-tags';
import type { ProductDocuments } from '../persistence/product-documents';
import { isPositionOf, type ProductFilter } from '../persistence/product-listing';
import type { CatalogLoaders } from './catalog.loaders';
import { ProductSort, ProductWhere } from './product.inputs';
import { ProductConnection, ProductType, toProductType } from './product.type';

const MAX_QUERY_LENGTH = 200;
const MAX_SKUS = 250;

function toFilter(query: string | null | undefined, where: ProductWhere): ProductFilter {
  const text = query?.trim() ?? '';
  if (text.length > MAX_QUERY_LENGTH) {
    throw new AppError('BAD_USER_INPUT', `A search has at most ${MAX_QUERY_LENGTH} characters.`);
  }
  if ((where.skus?.length ?? 0) > MAX_SKUS) {
    throw new AppError('BAD_USER_INPUT', `Ask for at most ${MAX_SKUS} SKUs at once.`);
  }
  return {
    query: text === '' ? undefined : text,
    collection: where.collection ?? undefined,
    inStock: where.inStock ?? undefined,
    skus: where.skus ?? undefined,
  };
}

@Resolver(() => ProductType)
export class ProductResolver {
  constructor(
    private readonly documents: ProductDocuments,
    private readonly loaders: CatalogLoaders,
    private readonly settings: ShopSettingsReader,
  ) {}

  @Public()
  @Cached({ maxAgeSeconds: 3_600 })
  @Query(() => ProductType, { nullable: true, description: 'A product by its id or its slug.' })
  async product(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id?: string,
    @Arg('slug', () => String, { nullable: true, description: 'Its slug.' }) slug?: string,
  ): Promise<ProductType | undefined> {
    dependsOn(context, SHOP_TAG, id ? productTag(id, 'content') : productSlugTag(slug ?? ''));
    if (id) return context.loaders.get(this.loaders.productById).load(id);
    const record = slug ? await this.documents.bySlug(slug) : undefined;
    return record && toProductType(record, (await this.settings.read()).currencyCode);
  }

  @Public()
  @Cached({ maxAgeSeconds: 3_600 })
  @Query(() => ProductConnection, {
    name: 'products',
    description:
      'The products, filtered and sorted. With `query` and without `sort`, the best match comes first.',
  })
  async listProducts(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('query', () => String, {
      nullable: true,
      description: 'Words from title or description, or part of a title or an SKU.',
    })
    query?: string,
    @Arg('where', () => ProductWhere, { nullable: true, description: 'Which ones.' })
    where?: ProductWhere,
    @Arg('sort', () => ProductSort, {
      nullable: true,
      description: 'In which order; FEATURED, or by relevance for a search.',
    })
    sort?: ProductSort,
  ): Promise<ConnectionShape<ProductType>> {
    const filter = toFilter(query, where ?? new ProductWhere());
    const order = sort ?? (filter.query === undefined ? ProductSort.FEATURED : 'RELEVANCE');
    const request = toPageRequest(page);
    if (request.position && !isPositionOf(order, request.position)) {
      throw new AppError('BAD_USER_INPUT', 'This cursor belongs to a listing in another order.');
    }
    dependsOn(context, SHOP_TAG, ...listingDependencies(filter, order));
    const { currencyCode } = await this.settings.read();
    const found = await this.documents.page(filter, order, request);
    return toConnection(
      found,
      (record) => toProductType(record, currencyCode),
      () => this.documents.count(filter),
    );
  }
}

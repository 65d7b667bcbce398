import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { RequestContext } from '../../platform/graphql/request-context';
import type { CatalogLoaders } from './catalog.loaders';
import { CollectionType, toCollectionType } from './collection.type';
import { ProductType } from './product.type';

@Resolver(() => ProductType)
export class ProductFieldsResolver {
  constructor(private readonly loaders: CatalogLoaders) {}

  @FieldResolver(() => [CollectionType], { description: 'The collections it is in.' })
  async collections(
    @Root() product: ProductType,
    @Ctx() context: RequestContext,
  ): Promise<CollectionType[]> {
    const rows = await context.loaders.get(this.loaders.collectionsByProduct).load(product.id);
    return rows.map(toCollectionType);
  }
}

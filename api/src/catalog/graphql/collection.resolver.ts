import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import { Cached, dependsOn, Shows } from '../../platform/graphql/caching';
import {
  type ConnectionShape,
  ForwardPageArgs,
  toConnection,
  toPageRequest,
} from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/graphql/request-context';
import { COLLECTIONS_TAG, collectionSlugTag, collectionTag } from '../domain/catalog-tags';
import type { CollectionReadModel } from '../persistence/collection.read-model';
import type { CatalogLoaders } from './catalog.loaders';
import { CollectionConnection, CollectionType, toCollectionType } from './collection.type';

/** A count beside a name: worth no wait when products come and go. */
const MEMBER_COUNT_STALE_SECONDS = 30;

@Resolver(() => CollectionType)
export class CollectionResolver {
  constructor(
    private readonly collections: CollectionReadModel,
    private readonly loaders: CatalogLoaders,
  ) {}

  @Public()
  @Cached({ maxAgeSeconds: 3_600 })
  @Query(() => CollectionType, {
    nullable: true,
    description: 'A collection by its id or its slug.',
  })
  async collection(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id?: string,
    @Arg('slug', () => String, { nullable: true, description: 'Its slug.' }) slug?: string,
  ): Promise<CollectionType | undefined> {
    dependsOn(context, id ? collectionTag(id) : collectionSlugTag(slug ?? ''));
    const by = id ? { id } : slug ? { slug } : undefined;
    const row = by && (await this.collections.find(by));
    return row && toCollectionType(row);
  }

  @Public()
  @Cached({ maxAgeSeconds: 3_600 })
  @Query(() => CollectionConnection, {
    name: 'collections',
    description: "The collections, in the shop's order.",
  })
  async listCollections(
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<ConnectionShape<CollectionType>> {
    dependsOn(context, COLLECTIONS_TAG);
    const request = toPageRequest(page);
    if (request.position && !this.collections.isPosition(request.position)) {
      throw new AppError('BAD_USER_INPUT', 'This cursor is not valid.');
    }
    const rows = await this.collections.page(request);
    return toConnection(rows, toCollectionType, () => this.collections.count());
  }

  @Shows('members', MEMBER_COUNT_STALE_SECONDS)
  @FieldResolver(() => Int, {
    description: 'How many products it has; for half a minute it may still be what it was.',
  })
  productCount(
    @Root() collection: CollectionType,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return context.loaders.get(this.loaders.productCountByCollection).load(collection.id);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { ForStaff } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { type ChangeMembers, collectionProductsInput } from '../commands/change-members';
import { type SetWeights, variationWeightsInput } from '../commands/set-weights';
import { productUpdateInput, type UpdateProduct } from '../commands/update-product';
import type { CollectionReadModel } from '../persistence/collection.read-model';
import type { CatalogLoaders } from './catalog.loaders';
import {
  CollectionProductsAddInput,
  CollectionProductsAddPayload,
  CollectionProductsRemoveInput,
  CollectionProductsRemovePayload,
  ProductUpdateInput,
  ProductUpdatePayload,
  VariationWeightsSetInput,
  VariationWeightsSetPayload,
} from './catalog-edits.inputs';
import { type CollectionType, toCollectionType } from './collection.type';

@Resolver()
export class CatalogEditsResolver {
  constructor(
    private readonly updateProduct: UpdateProduct,
    private readonly members: ChangeMembers,
    private readonly setWeights: SetWeights,
    private readonly collections: CollectionReadModel,
    private readonly loaders: CatalogLoaders,
  ) {}

  @ForStaff('CATALOG_WRITE')
  @Mutation(() => ProductUpdatePayload, {
    description: "Changes a product's title, description or base price.",
  })
  productUpdate(
    @Arg('input', () => ProductUpdateInput, { description: 'The change.' })
    input: ProductUpdateInput,
    @Ctx() context: RequestContext,
  ): Promise<ProductUpdatePayload> {
    return answer(
      ProductUpdatePayload,
      productUpdateInput,
      input,
      (valid) => this.updateProduct.run(valid),
      async (payload, id) => {
        payload.product = await context.loaders.get(this.loaders.productById).load(id);
      },
    );
  }

  @ForStaff('CATALOG_WRITE')
  @Mutation(() => VariationWeightsSetPayload, {
    description: 'Says what variations weigh, for delivery by weight.',
  })
  variationWeightsSet(
    @Arg('input', () => VariationWeightsSetInput, { description: 'Which weighs what.' })
    input: VariationWeightsSetInput,
    @Ctx() context: RequestContext,
  ): Promise<VariationWeightsSetPayload> {
    return answer(
      VariationWeightsSetPayload,
      variationWeightsInput,
      input,
      (valid) => this.setWeights.run(valid),
      async (payload, ids) => {
        const loader = context.loaders.get(this.loaders.productById);
        const products = await Promise.all(ids.map((id) => loader.load(id)));
        payload.products = products.filter((product) => product !== undefined);
      },
    );
  }

  @ForStaff('CATALOG_WRITE')
  @Mutation(() => CollectionProductsAddPayload, {
    description: 'Puts products into a collection; those that are in it already stay.',
  })
  collectionProductsAdd(
    @Arg('input', () => CollectionProductsAddInput, { description: 'Which ones.' })
    input: CollectionProductsAddInput,
  ): Promise<CollectionProductsAddPayload> {
    return answer(
      CollectionProductsAddPayload,
      collectionProductsInput,
      input,
      (valid) => this.members.add(valid),
      async (payload, id) => {
        payload.collection = await this.find(id);
      },
    );
  }

  @ForStaff('CATALOG_WRITE')
  @Mutation(() => CollectionProductsRemovePayload, {
    description: 'Takes products out of a collection; those that are not in it are no error.',
  })
  collectionProductsRemove(
    @Arg('input', () => CollectionProductsRemoveInput, { description: 'Which ones.' })
    input: CollectionProductsRemoveInput,
  ): Promise<CollectionProductsRemovePayload> {
    return answer(
      CollectionProductsRemovePayload,
      collectionProductsInput,
      input,
      (valid) => this.members.remove(valid),
      async (payload, id) => {
        payload.collection = await this.find(id);
      },
    );
  }

  private async find(id: string): Promise<CollectionType | undefined> {
    const row = await this.collections.find({ id });
    return row && toCollectionType(row);
  }
}

import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';

import { ForStaff } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { bundleRemoveInput, bundleSetInput, type ChangeBundle } from '../commands/change-bundle';
import {
  BundleRemoveInput,
  BundleRemovePayload,
  BundleSetInput,
  BundleSetPayload,
} from './bundle.inputs';
import { BundleOptionType } from './bundle.type';
import type { CatalogLoaders } from './catalog.loaders';
import { ProductVariationType } from './product.type';

@Resolver()
export class BundleResolver {
  constructor(
    private readonly bundles: ChangeBundle,
    private readonly loaders: CatalogLoaders,
  ) {}

  @ForStaff('CATALOG_WRITE')
  @Mutation(() => BundleSetPayload, {
    description:
      'Makes a product a bundle, or changes what it consists of. Its price follows from its rule and its stock from its parts.',
  })
  bundleSet(
    @Arg('input', () => BundleSetInput, { description: 'The whole bundle.' })
    input: BundleSetInput,
    @Ctx() context: RequestContext,
  ): Promise<BundleSetPayload> {
    return answer(
      BundleSetPayload,
      bundleSetInput,
      input,
      (valid) => this.bundles.set(valid),
      async (payload, id) => {
        payload.product = await context.loaders.get(this.loaders.productById).load(id);
      },
    );
  }

  @ForStaff('CATALOG_WRITE')
  @Mutation(() => BundleRemovePayload, {
    description: 'Makes a bundle a product that is sold as it is, with stock of its own.',
  })
  bundleRemove(
    @Arg('input', () => BundleRemoveInput, { description: 'Which one.' })
    input: BundleRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<BundleRemovePayload> {
    return answer(
      BundleRemovePayload,
      bundleRemoveInput,
      input,
      (valid) => this.bundles.remove(valid),
      async (payload, id) => {
        payload.product = await context.loaders.get(this.loaders.productById).load(id);
      },
    );
  }
}

@Resolver(() => BundleOptionType)
export class BundleOptionResolver {
  constructor(private readonly loaders: CatalogLoaders) {}

  @FieldResolver(() => ProductVariationType, { description: 'What may be chosen.' })
  variation(
    @Root() option: BundleOptionType,
    @Ctx() context: RequestContext,
  ): Promise<ProductVariationType | undefined> {
    return context.loaders.get(this.loaders.variationById).load(option.variationId);
  }
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { money } from '../../kernel/money';
import { ImageType, toImageType } from '../../media';
import { Shows } from '../../platform/graphql/caching';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { ShopSettingsReader } from '../../shop';
import type { CatalogLoaders } from './catalog.loaders';
import { CollectionType, toCollectionType } from './collection.type';
import { PriceRangeType, ProductOptionType, ProductType } from './product.type';
import { ProductVariationType } from './variation.type';

@Resolver(() => ProductType)
export class ProductFieldsResolver {
  constructor(
    private readonly loaders: CatalogLoaders,
    private readonly settings: ShopSettingsReader,
  ) {}

  @FieldResolver(() => ImageType, { nullable: true, description: 'The first picture.' })
  async featuredImage(
    @Root() product: ProductType,
    @Ctx() context: RequestContext,
  ): Promise<ImageType | undefined> {
    const [first] = await context.loaders.get(this.loaders.imagesByProduct).load(product.id);
    return first && toImageType(first);
  }

  @FieldResolver(() => [ImageType], { description: 'The pictures, in display order.' })
  async images(@Root() product: ProductType, @Ctx() context: RequestContext): Promise<ImageType[]> {
    const images = await context.loaders.get(this.loaders.imagesByProduct).load(product.id);
    return images.map(toImageType);
  }

  @FieldResolver(() => [ProductOptionType], {
    description: 'What can be chosen, in display order; empty when there is nothing to choose.',
  })
  async options(
    @Root() product: ProductType,
    @Ctx() context: RequestContext,
  ): Promise<ProductOptionType[]> {
    const options = await context.loaders.get(this.loaders.optionsByProduct).load(product.id);
    return options.map((option) =>
      Object.assign(new ProductOptionType(), { ...option, values: [...option.values] }),
    );
  }

  @FieldResolver(() => [ProductVariationType], { description: 'At least one.' })
  variations(
    @Root() product: ProductType,
    @Ctx() context: RequestContext,
  ): Promise<ProductVariationType[]> {
    return context.loaders.get(this.loaders.variationsByProduct).load(product.id);
  }

  @Shows('price')
  @FieldResolver(() => PriceRangeType, {
    description: 'From the cheapest to the dearest variation.',
  })
  async priceRange(@Root() product: ProductType): Promise<PriceRangeType> {
    const { currencyCode } = await this.settings.read();
    return Object.assign(new PriceRangeType(), {
      min: toMoneyType(money(product.lowestPriceMinor, currencyCode)),
      max: toMoneyType(money(product.highestPriceMinor, currencyCode)),
    });
  }

  @FieldResolver(() => [CollectionType], { description: 'The collections it is in.' })
  async collections(
    @Root() product: ProductType,
    @Ctx() context: RequestContext,
  ): Promise<CollectionType[]> {
    const rows = await context.loaders.get(this.loaders.collectionsByProduct).load(product.id);
    return rows.map(toCollectionType);
  }
}

@Resolver(() => ProductVariationType)
export class VariationFieldsResolver {
  constructor(
    private readonly loaders: CatalogLoaders,
    private readonly settings: ShopSettingsReader,
  ) {}

  @Shows('price')
  @FieldResolver(() => MoneyType, {
    description: "The product's base price plus the variation's modifier.",
  })
  async price(@Root() variation: ProductVariationType): Promise<MoneyType> {
    const { currencyCode } = await this.settings.read();
    return toMoneyType(money(variation.priceMinor, currencyCode));
  }

  @FieldResolver(() => ProductType, { description: 'The product it is a form of.' })
  async product(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<ProductType> {
    const product = await context.loaders.get(this.loaders.productById).load(variation.productId);
    if (!product) throw new Error(`The product of the variation ${variation.id} is gone.`);
    return product;
  }
}

import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { ProductType, ProductVariationType } from '../../catalog';
import { ForStaff } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { Shows } from '../../platform/graphql/caching';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { answer } from '../../platform/graphql/payload';
import type { HasPreloadedFields } from '../../platform/graphql/preloading';
import type { RequestContext } from '../../platform/graphql/request-context';
import { DateTime } from '../../platform/graphql/scalars';
import { type AdjustStock, adjustStockInput } from '../commands/adjust-stock';
import { availabilityOf, availabilityOfProduct, lowStockOf } from '../domain/availability';
import type { StockReadModel } from '../persistence/stock.read-model';
import {
  Availability,
  StockAdjustInput,
  StockAdjustPayload,
  StockLedgerEntryType,
} from './inventory.types';
import {
  levelsFor,
  NO_STOCK,
  type ProductStock,
  type ShownStock,
  stockIdsOf,
  stockOf,
} from './product-stock';

/** Loads the stock of products, all their variations at once: whoever shows one mostly shows the others. */
export type StockLoader = LoaderFactory<ProductType, ProductStock>;

/** Makes the loader over the read model: one statement per request. */
export function createStockLoader(levels: StockReadModel): StockLoader {
  return () =>
    new DataLoader<ProductType, ProductStock, string>(
      async (products) => {
        const stock = await levels.byVariations(products.flatMap(stockIdsOf));
        return products.map((product) => stockOf(product, levelsFor(product, stock)));
      },
      { cacheKeyFn: ({ id }) => id },
    );
}

function shownAvailability({ available }: ShownStock): Availability {
  return Availability[availabilityOf(available)];
}

function bestAvailability({ variations }: ProductType, stock: ProductStock): Availability {
  const units = variations.map(({ id }) => stock.get(id)?.available ?? 0);
  return Availability[availabilityOfProduct(units)];
}

@Resolver(() => ProductVariationType)
export class VariationStockResolver implements HasPreloadedFields {
  readonly preloaded = {
    'ProductVariation.availability': {
      preload: (variations: readonly ProductVariationType[], { loaders }: RequestContext) =>
        loaders.preload(
          this.loader,
          variations.map(({ product }) => product),
        ),
      read: ({ id, product }: ProductVariationType, { loaders }: RequestContext) => {
        const stock = loaders.peek(this.loader, product);
        return stock && shownAvailability(stock.get(id) ?? NO_STOCK);
      },
    },
  };

  constructor(private readonly loader: StockLoader) {}

  @Shows('stock')
  @FieldResolver(() => Availability, { description: 'Whether it can be bought.' })
  availability(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<Availability> {
    return this.load(variation, context, shownAvailability);
  }

  @Shows('stock')
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Units left, given only when the stock is low; null otherwise.',
  })
  lowStockQuantity(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<number | undefined> {
    return this.load(variation, context, ({ available }) => lowStockOf(available));
  }

  @ForStaff('INVENTORY_READ')
  @FieldResolver(() => Int, { description: 'Units in the building, reserved ones included.' })
  onHand(@Root() variation: ProductVariationType, @Ctx() context: RequestContext): Promise<number> {
    return this.load(variation, context, ({ onHand }) => onHand);
  }

  @ForStaff('INVENTORY_READ')
  @FieldResolver(() => Int, { description: 'Units held for open checkouts.' })
  reserved(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return this.load(variation, context, ({ reserved }) => reserved);
  }

  /** One promise for each field: long lists have hundreds, and an async function would make several of each. */
  private load<T>(
    { id, product }: ProductVariationType,
    context: RequestContext,
    read: (stock: ShownStock) => T,
  ): Promise<T> {
    const loading = context.loaders.get(this.loader).load(product);
    return loading.then((stock) => read(stock.get(id) ?? NO_STOCK));
  }
}

@Resolver(() => ProductType)
export class ProductStockResolver implements HasPreloadedFields {
  readonly preloaded = {
    'Product.availability': {
      preload: (products: readonly ProductType[], { loaders }: RequestContext) =>
        loaders.preload(this.loader, products),
      read: (product: ProductType, { loaders }: RequestContext) => {
        const stock = loaders.peek(this.loader, product);
        return stock && bestAvailability(product, stock);
      },
    },
  };

  constructor(private readonly loader: StockLoader) {}

  @Shows('stock')
  @FieldResolver(() => Availability, {
    description: 'Whether any variation can be bought: that of the one with most units left.',
  })
  async availability(
    @Root() product: ProductType,
    @Ctx() context: RequestContext,
  ): Promise<Availability> {
    return bestAvailability(product, await context.loaders.get(this.loader).load(product));
  }
}

@Resolver()
export class StockResolver {
  constructor(
    private readonly levels: StockReadModel,
    private readonly adjustStock: AdjustStock,
    private readonly variationById: LoaderFactory<string, ProductVariationType | undefined>,
  ) {}

  @ForStaff('INVENTORY_READ')
  @Query(() => [StockLedgerEntryType], {
    description: 'Units moved per kind of stock movement, for reconciliation.',
  })
  async stockLedger(
    @Arg('from', () => DateTime, { nullable: true, description: 'Inclusive.' }) from?: Date,
    @Arg('to', () => DateTime, { nullable: true, description: 'Exclusive.' }) to?: Date,
  ): Promise<StockLedgerEntryType[]> {
    const rows = await this.levels.ledger(from, to);
    return rows.map((row) => Object.assign(new StockLedgerEntryType(), row));
  }

  @ForStaff('INVENTORY_WRITE')
  @Mutation(() => StockAdjustPayload, {
    description: 'Sets the units on hand of a variation to a counted value.',
  })
  stockAdjust(
    @Arg('input', () => StockAdjustInput, { description: 'The count.' }) input: StockAdjustInput,
    @Ctx() context: RequestContext,
  ): Promise<StockAdjustPayload> {
    return answer(
      StockAdjustPayload,
      adjustStockInput,
      input,
      (valid) => this.adjustStock.run(valid, actorOf(context)),
      async (payload, id) => {
        payload.variation = await context.loaders.get(this.variationById).load(id);
      },
    );
  }
}

import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { ProductType, ProductVariationType } from '../../catalog';
import { ForStaff } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { Shows } from '../../platform/graphql/caching';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { DateTime } from '../../platform/graphql/scalars';
import { type AdjustStock, adjustStockInput } from '../commands/adjust-stock';
import { availabilityOf, LOW_STOCK_LIMIT } from '../domain/availability';
import type { StockReadModel, StockRow } from '../persistence/stock.read-model';
import {
  Availability,
  StockAdjustInput,
  StockAdjustPayload,
  StockLedgerEntryType,
} from './inventory.types';

/** The loaders of stock figures, each one statement per request. */
export interface StockLoaders {
  readonly stockByVariation: LoaderFactory<string, StockRow>;
  readonly availableByProduct: LoaderFactory<string, number>;
}

/** Makes the loaders over the read model. */
export function createStockLoaders(levels: StockReadModel): StockLoaders {
  return {
    stockByVariation: () =>
      new DataLoader(async (ids) => {
        const rows = new Map((await levels.byVariations(ids)).map((row) => [row.variationId, row]));
        const none = { onHand: 0, reserved: 0, available: 0 };
        return ids.map((variationId) => rows.get(variationId) ?? { variationId, ...none });
      }),
    availableByProduct: () =>
      new DataLoader(async (ids) => {
        const rows = await levels.availableByProducts(ids);
        const available = new Map(rows.map((row) => [row.productId, row.available]));
        return ids.map((id) => available.get(id) ?? 0);
      }),
  };
}

@Resolver(() => ProductVariationType)
export class VariationStockResolver {
  constructor(private readonly loaders: StockLoaders) {}

  @Shows('stock')
  @FieldResolver(() => Availability, { description: 'Whether it can be bought.' })
  async availability(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<Availability> {
    return Availability[availabilityOf((await this.load(variation, context)).available)];
  }

  @Shows('stock')
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Units left, given only when the stock is low; null otherwise.',
  })
  async lowStockQuantity(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<number | undefined> {
    const { available } = await this.load(variation, context);
    return available > 0 && available <= LOW_STOCK_LIMIT ? available : undefined;
  }

  @ForStaff('INVENTORY_READ')
  @FieldResolver(() => Int, { description: 'Units in the building, reserved ones included.' })
  async onHand(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return (await this.load(variation, context)).onHand;
  }

  @ForStaff('INVENTORY_READ')
  @FieldResolver(() => Int, { description: 'Units held for open checkouts.' })
  async reserved(
    @Root() variation: ProductVariationType,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return (await this.load(variation, context)).reserved;
  }

  private load(variation: ProductVariationType, context: RequestContext): Promise<StockRow> {
    return context.loaders.get(this.loaders.stockByVariation).load(variation.id);
  }
}

@Resolver(() => ProductType)
export class ProductStockResolver {
  constructor(private readonly loaders: StockLoaders) {}

  @Shows('stock')
  @FieldResolver(() => Availability, { description: 'Whether any variation can be bought.' })
  async availability(
    @Root() product: ProductType,
    @Ctx() context: RequestContext,
  ): Promise<Availability> {
    const available = await context.loaders.get(this.loaders.availableByProduct).load(product.id);
    return Availability[availabilityOf(available)];
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

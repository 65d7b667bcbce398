import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Quote } from '../../checkout';
import { type CustomerRepository, CustomerType, toCustomerType } from '../../customers';
import { money } from '../../kernel/money';
import { ppmToPercent } from '../../kernel/percent';
import { type OrderLoaders, OrderType, toOrderType } from '../../orders';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { toMoneyType } from '../../platform/graphql/money.type';
import type { RequestContext } from '../../platform/graphql/request-context';
import { CostType, toCostType } from '../../pricing';
import { ShippingMethodType, toShippingMethodType } from '../../shipping';
import {
  deliveriesOf,
  type DraftPricing,
  draftProblems,
  type DraftQuote,
  ownPriceOf,
} from '../draft-pricing';
import type { DraftRecord } from '../persistence/draft.repository';
import { DraftOrderLineType, DraftOrderPartType, DraftOrderType } from './draft.types';
import { DraftOrderProblemType, toDraftOrderProblemType } from './draft-problem.type';

@Resolver(() => DraftOrderType)
export class DraftFieldsResolver {
  private readonly quoteOf: LoaderFactory<DraftRecord, DraftQuote>;

  constructor(
    pricing: DraftPricing,
    private readonly orders: OrderLoaders,
    private readonly customers: Pick<CustomerRepository, 'byId'>,
  ) {
    this.quoteOf = () => new DataLoader((drafts) => pricing.quotes(drafts));
  }

  @FieldResolver(() => [DraftOrderLineType], {
    description: 'What is wanted. Goods that the shop no longer has are left out.',
  })
  async lines(
    @Root() { record }: DraftOrderType,
    @Ctx() context: RequestContext,
  ): Promise<DraftOrderLineType[]> {
    const { lines } = await context.loaders.get(this.quoteOf).load(record);
    const wanted = new Map(record.lines.map((line) => [line.id, line]));
    return lines.map((line) => toLineType(line, wanted.get(line.id), record.currencyCode));
  }

  @FieldResolver(() => CostType, { description: 'What it costs now, or was placed at.' })
  async cost(
    @Root() { record }: DraftOrderType,
    @Ctx() context: RequestContext,
  ): Promise<CostType> {
    const { cost } = await context.loaders.get(this.quoteOf).load(record);
    return toCostType(cost, record.currencyCode);
  }

  @FieldResolver(() => [ShippingMethodType], {
    description:
      "What is offered at its address for its goods, cheapest first; in the shop's first country while there is no address. None once it is placed.",
  })
  async shippingMethods(
    @Root() { record }: DraftOrderType,
    @Ctx() context: RequestContext,
  ): Promise<ShippingMethodType[]> {
    const quote = await context.loaders.get(this.quoteOf).load(record);
    return deliveriesOf(quote).map((offer) => toShippingMethodType(offer, record.currencyCode));
  }

  @FieldResolver(() => [DraftOrderProblemType], {
    description: 'What is against placing it that was entered once; none of what is still missing.',
  })
  async problems(
    @Root() { record }: DraftOrderType,
    @Ctx() context: RequestContext,
  ): Promise<DraftOrderProblemType[]> {
    const quote = await context.loaders.get(this.quoteOf).load(record);
    return draftProblems(record, quote).map(toDraftOrderProblemType);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer it is for.' })
  async customer(
    @Root() { record }: DraftOrderType,
    @Ctx() context: RequestContext,
  ): Promise<CustomerType | undefined> {
    if (!record.customerId) return undefined;
    const customer = await context.loaders.get(this.customers.byId).load(record.customerId);
    return customer && toCustomerType(customer);
  }

  @FieldResolver(() => OrderType, { nullable: true, description: 'The order it has become.' })
  async order(
    @Root() { record }: DraftOrderType,
    @Ctx() context: RequestContext,
  ): Promise<OrderType | undefined> {
    if (!record.orderId) return undefined;
    const order = await context.loaders.get(this.orders.orderById).load(record.orderId);
    return order && toOrderType(order);
  }
}

function toLineType(
  { id, quantity, unitPriceMinor, cost, variation, parts, isGift }: Quote['lines'][number],
  wanted: DraftRecord['lines'][number] | undefined,
  currencyCode: string,
): DraftOrderLineType {
  const own = wanted ? ownPriceOf(wanted) : {};
  return Object.assign(new DraftOrderLineType(), {
    id,
    quantity,
    unitPrice: toMoneyType(money(unitPriceMinor, currencyCode)),
    ownUnitPrice:
      own.unitPriceMinor === undefined
        ? undefined
        : toMoneyType(money(own.unitPriceMinor, currencyCode)),
    discountPercent: own.discountPpm === undefined ? undefined : ppmToPercent(own.discountPpm),
    cost: toCostType(cost, currencyCode),
    productTitle: variation.productTitle,
    variationTitle: variation.title,
    sku: variation.sku,
    variationId: variation.id,
    productId: variation.productId,
    isGift,
    parts: (parts ?? []).map(({ choiceId, choiceName, variation: part, quantity: units }) =>
      Object.assign(new DraftOrderPartType(), {
        choiceId,
        choiceName,
        variationId: part.id,
        productTitle: part.productTitle,
        variationTitle: part.title,
        sku: part.sku,
        quantity: units,
      }),
    ),
  });
}

import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { ForStaff } from '../../platform/graphql/access';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { RequestReturn } from '../commands/request-return';
import type { ActionBlock } from '../domain/action-block';
import { orderPartActions, partBlockOf } from '../domain/order-actions';
import { balanceOf } from '../domain/order-balance';
import { blockOf, orderActions } from '../domain/order-state';
import { partyOf } from '../order-access';
import { bookLineOf } from '../persistence/read-order-book';
import { loadBook, type OrderLoaders } from './order.loaders';
import { AvailableOrderActionType, OrderType } from './order.type';
import { OrderActionName } from './order-enums';
import {
  OrderBalanceType,
  OrderNoteType,
  OrderRefundType,
  ParcelType,
  toBalanceType,
  toNoteType,
  toParcelType,
  toRefundType,
} from './order-life.types';
import { ActionBlockCodeName } from './order-life-enums';
import { OrderLineType } from './order-line.type';
import { OrderPaymentType, toOrderPaymentType } from './order-payment.type';
import { OrderReturnType, toReturnType } from './order-return.type';

@Resolver(() => OrderType)
export class OrderLifeFieldsResolver {
  constructor(
    private readonly loaders: OrderLoaders,
    private readonly requests: RequestReturn,
  ) {}

  @FieldResolver(() => [ParcelType], { description: 'What it is sent in, by number.' })
  async parcels(@Root() { id }: OrderType, @Ctx() { loaders }: RequestContext) {
    return (await loaders.get(this.loaders.parcelsByOrder).load(id)).map(toParcelType);
  }

  @FieldResolver(() => OrderBalanceType, { description: 'Who owes whom what.' })
  async balance(@Root() { entity }: OrderType, @Ctx() { loaders }: RequestContext) {
    const { money } = (await loadBook(loaders, this.loaders, entity)).book;
    return toBalanceType(money, balanceOf(money), entity.currencyCode);
  }

  @FieldResolver(() => [OrderRefundType], { description: 'Money that went back, oldest first.' })
  async refunds(@Root() order: OrderType, @Ctx() { loaders }: RequestContext) {
    const refunds = await loaders.get(this.loaders.refundsByOrder).load(order.id);
    return refunds.map((refund) => toRefundType(refund, order.currencyCode));
  }

  @FieldResolver(() => [OrderReturnType], { description: 'What comes back, oldest first.' })
  async returns(@Root() order: OrderType, @Ctx() { loaders }: RequestContext) {
    const returns = await loaders.get(this.loaders.returnsByOrder).load(order.id);
    return returns.map((made) => toReturnType(made, order.currencyCode));
  }

  @ForStaff('ORDERS_READ')
  @FieldResolver(() => [OrderPaymentType], { description: 'How it was paid, oldest first.' })
  async payments(@Root() order: OrderType, @Ctx() { loaders }: RequestContext) {
    const known = await loaders.get(this.loaders.paymentsByOrder).load(order.id);
    return known?.payments.map((each) => toOrderPaymentType(each, order.currencyCode)) ?? [];
  }

  @ForStaff('ORDERS_READ')
  @FieldResolver(() => [OrderNoteType], { description: 'What staff wrote down, oldest first.' })
  async notes(@Root() { id }: OrderType, @Ctx() { loaders }: RequestContext) {
    return (await loaders.get(this.loaders.notesByOrder).load(id)).map(toNoteType);
  }

  @FieldResolver(() => [AvailableOrderActionType], {
    description: 'What the caller may do next, and what blocks the rest.',
  })
  async availableActions(@Root() order: OrderType, @Ctx() context: RequestContext) {
    const party = partyOf(context);
    const [{ book }, returns] = await Promise.all([
      loadBook(context.loaders, this.loaders, order.entity),
      context.loaders.get(this.loaders.returnsByOrder).load(order.id),
    ]);
    const returnable = this.requests.free(book, returns, party);
    return [
      ...orderActions.map((action) => offer(action, blockOf(book.state, action, party))),
      ...orderPartActions.map((action) =>
        offer(action, partBlockOf(book, action, party, returnable)),
      ),
    ];
  }
}

@Resolver(() => OrderLineType)
export class OrderLineLifeResolver {
  constructor(
    private readonly loaders: OrderLoaders,
    private readonly requests: RequestReturn,
  ) {}

  @FieldResolver(() => Int, { description: 'Units of these that the caller can send back now.' })
  async returnableQuantity(@Root() { entity }: OrderLineType, @Ctx() context: RequestContext) {
    const { loaders } = context;
    const [parcels, returns] = await Promise.all([
      loaders.get(this.loaders.parcelsByOrder).load(entity.orderId),
      loaders.get(this.loaders.returnsByOrder).load(entity.orderId),
    ]);
    return this.requests.free({ parcels }, returns, partyOf(context))(bookLineOf(entity));
  }
}

function offer(
  action: keyof typeof OrderActionName,
  blocked: ActionBlock | undefined,
): AvailableOrderActionType {
  return Object.assign(new AvailableOrderActionType(), {
    action: OrderActionName[action],
    available: blocked === undefined,
    blockedBy: blocked?.message,
    blockCode: blocked && ActionBlockCodeName[blocked.code],
  });
}

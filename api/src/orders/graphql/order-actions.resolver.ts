import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { refused } from '../../kernel/result';
import { ForStaff, Public } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  cancelInput,
  type ChangeOrder,
  markPaidInput,
  type OrderWish,
  transitionInput,
  wholeRefundInput,
} from '../commands/change-order';
import { type OrderAccess, partyOf } from '../order-access';
import type { OrderReadModel } from '../persistence/order.read-model';
import {
  OrderCancelInput,
  OrderCancelPayload,
  OrderMarkPaidInput,
  OrderMarkPaidPayload,
  OrderRefundInput,
  OrderRefundPayload,
  OrderTransitionInput,
  OrderTransitionPayload,
} from './order.inputs';
import { type OrderType, toOrderType } from './order.type';

@Resolver()
export class OrderActionsResolver {
  constructor(
    private readonly change: ChangeOrder,
    private readonly access: OrderAccess,
    private readonly readModel: OrderReadModel,
  ) {}

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderTransitionPayload, {
    description: 'Moves an order along: confirm, start processing, ship or deliver.',
  })
  orderTransition(
    @Arg('input', () => OrderTransitionInput, { description: 'The step.' })
    input: OrderTransitionInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderTransitionPayload> {
    return answer(
      OrderTransitionPayload,
      transitionInput,
      input,
      ({ transition, ...wish }) => this.run({ ...wish, action: transition }, context),
      (payload, id) => this.fill(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderMarkPaidPayload, {
    description: 'Records that the money for a manual payment has arrived.',
  })
  orderMarkPaid(
    @Arg('input', () => OrderMarkPaidInput, { description: 'The order.' })
    input: OrderMarkPaidInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderMarkPaidPayload> {
    return answer(
      OrderMarkPaidPayload,
      markPaidInput,
      input,
      (wish) => this.run({ ...wish, action: 'MARK_PAID' }, context),
      (payload, id) => this.fill(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderRefundPayload, {
    description: 'Records that the whole captured amount went back to the shopper.',
  })
  orderRefund(
    @Arg('input', () => OrderRefundInput, { description: 'The order and why.' })
    input: OrderRefundInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderRefundPayload> {
    return answer(
      OrderRefundPayload,
      wholeRefundInput,
      input,
      ({ reason, ...wish }) => this.run({ ...wish, note: reason, action: 'REFUND' }, context),
      (payload, id) => this.fill(payload, id),
    );
  }

  @Public()
  @Mutation(() => OrderCancelPayload, {
    description:
      'Ends an order and puts its goods back: its shopper until the shop works on it, staff until it is shipped.',
  })
  orderCancel(
    @Arg('input', () => OrderCancelInput, { description: 'The order.' }) input: OrderCancelInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderCancelPayload> {
    return answer(
      OrderCancelPayload,
      cancelInput,
      input,
      async ({ reason, orderId, trackingToken, ...wish }) => {
        const order = await this.access.find({ orderId, trackingToken }, context);
        if (!order) return refused({ code: 'NOT_FOUND', message: 'There is no such order.' });
        return this.run({ ...wish, orderId: order.id, note: reason, action: 'CANCEL' }, context);
      },
      (payload, id) => this.fill(payload, id),
    );
  }

  private run(wish: Omit<OrderWish, 'party'>, context: RequestContext) {
    return this.change.run(
      { ...wish, party: partyOf(context) },
      { actor: actorOf(context), requestId: context.requestId },
    );
  }

  private async fill(payload: { order?: OrderType }, id: string): Promise<void> {
    const order = await this.readModel.byId(id);
    payload.order = order && toOrderType(order);
  }
}

import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { ForStaff, Public } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { type CancelLines, cancelLinesInput } from '../commands/cancel-lines';
import {
  cancelInput,
  type ChangeOrder,
  markPaidInput,
  type OrderWish,
  transitionInput,
} from '../commands/change-order';
import { partyOf } from '../order-access';
import { OrderCancelInput, OrderMarkPaidInput, OrderTransitionInput } from './order.inputs';
import {
  OrderCancelPayload,
  OrderLinesCancelPayload,
  OrderLinesCancelPreview,
  OrderMarkPaidPayload,
  OrderTransitionPayload,
} from './order.payloads';
import type { OrderAnswer } from './order-answer';
import { OrderLinesCancelInput, OrderLinesCancelPreviewInput } from './order-parts.inputs';
import type { OrderPreviews } from './order-previews';

@Resolver()
export class OrderActionsResolver {
  constructor(
    private readonly change: ChangeOrder,
    private readonly cancelLines: CancelLines,
    private readonly previews: OrderPreviews,
    private readonly answers: OrderAnswer,
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
      (payload, id) => this.answers.withOrder(payload, id),
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
      (payload, id) => this.answers.withOrder(payload, id),
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
      (call) =>
        this.answers.named(call, context, ({ reason, ...wish }) =>
          this.run({ ...wish, note: reason, action: 'CANCEL' }, context),
        ),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  @Public()
  @Query(() => OrderLinesCancelPreview, {
    description:
      'What cancelling units would do, for their customer, who has the tracking token, or staff.',
  })
  orderLinesCancelPreview(
    @Arg('input', () => OrderLinesCancelPreviewInput, { description: 'The units.' })
    input: OrderLinesCancelPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderLinesCancelPreview> {
    return this.previews.ofLinesCancel(input, context);
  }

  @Public()
  @Mutation(() => OrderLinesCancelPayload, {
    description:
      'Takes units out of an order that are in no parcel: its shopper until the shop works on it, staff at any time. What was paid for them goes back.',
  })
  orderLinesCancel(
    @Arg('input', () => OrderLinesCancelInput, { description: 'The units.' })
    input: OrderLinesCancelInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderLinesCancelPayload> {
    return answer(
      OrderLinesCancelPayload,
      cancelLinesInput,
      input,
      (call) =>
        this.answers.named(call, context, (wish) =>
          this.cancelLines.run({ ...wish, party: partyOf(context) }, this.answers.origin(context)),
        ),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  private run(wish: Omit<OrderWish, 'party'>, context: RequestContext) {
    return this.change.run({ ...wish, party: partyOf(context) }, this.answers.origin(context));
  }
}

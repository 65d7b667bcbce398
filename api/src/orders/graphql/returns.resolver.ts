import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { ForStaff, Public } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  type HandleReturn,
  type ReturnMove,
  returnMoveInput,
  returnReceiveInput,
} from '../commands/handle-return';
import { type RequestReturn, returnRequestInput } from '../commands/request-return';
import { partyOf } from '../order-access';
import {
  ReturnApprovePayload,
  ReturnClosePayload,
  ReturnPreview,
  ReturnReceivePayload,
  ReturnRefundPayload,
  ReturnRejectPayload,
  ReturnRequestPayload,
} from './order.payloads';
import type { OrderAnswer } from './order-answer';
import type { OrderPreviews } from './order-previews';
import {
  ReturnApproveInput,
  ReturnCloseInput,
  ReturnPreviewInput,
  ReturnReceiveInput,
  ReturnRefundInput,
  ReturnRejectInput,
  ReturnRequestInput,
} from './return.inputs';

@Resolver()
export class ReturnsResolver {
  constructor(
    private readonly requests: RequestReturn,
    private readonly handling: HandleReturn,
    private readonly previews: OrderPreviews,
    private readonly answers: OrderAnswer,
  ) {}

  @Public()
  @Query(() => ReturnPreview, {
    description:
      'What would go back for goods, for their customer, who has the tracking token, or staff.',
  })
  returnPreview(
    @Arg('input', () => ReturnPreviewInput, { description: 'The goods.' })
    input: ReturnPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnPreview> {
    return this.previews.ofReturn(input, context);
  }

  @Public()
  @Mutation(() => ReturnRequestPayload, {
    description:
      'Asks the shop to take goods back that have arrived, within the days that it gives for that.',
  })
  returnRequest(
    @Arg('input', () => ReturnRequestInput, { description: 'The goods.' })
    input: ReturnRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnRequestPayload> {
    return answer(
      ReturnRequestPayload,
      returnRequestInput,
      input,
      (call) =>
        this.answers.named(call, context, (wish) =>
          this.requests.run({ ...wish, party: partyOf(context) }, this.answers.origin(context)),
        ),
      (payload, id) => this.answers.withReturn(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ReturnApprovePayload, { description: 'Agrees to take goods back.' })
  returnApprove(
    @Arg('input', () => ReturnApproveInput, { description: 'The return.' })
    input: ReturnApproveInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnApprovePayload> {
    return answer(
      ReturnApprovePayload,
      returnMoveInput,
      input,
      (wish) => this.move({ ...wish, to: 'APPROVED' }, context),
      (payload, id) => this.answers.withReturn(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ReturnRejectPayload, { description: 'Refuses to take goods back.' })
  returnReject(
    @Arg('input', () => ReturnRejectInput, { description: 'The return.' }) input: ReturnRejectInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnRejectPayload> {
    return answer(
      ReturnRejectPayload,
      returnMoveInput,
      input,
      (wish) => this.move({ ...wish, to: 'REJECTED' }, context),
      (payload, id) => this.answers.withReturn(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ReturnReceivePayload, { description: 'Records that goods came back, and how.' })
  returnReceive(
    @Arg('input', () => ReturnReceiveInput, { description: 'The goods.' })
    input: ReturnReceiveInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnReceivePayload> {
    return answer(
      ReturnReceivePayload,
      returnReceiveInput,
      input,
      (wish) => this.move({ ...wish, to: 'RECEIVED' }, context),
      (payload, id) => this.answers.withReturn(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ReturnRefundPayload, {
    description: 'Gives the money for goods back that were received.',
  })
  returnRefund(
    @Arg('input', () => ReturnRefundInput, { description: 'The return.' }) input: ReturnRefundInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnRefundPayload> {
    return answer(
      ReturnRefundPayload,
      returnMoveInput,
      input,
      (wish) => this.move({ ...wish, to: 'REFUNDED' }, context),
      (payload, id) => this.answers.withReturn(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ReturnClosePayload, { description: 'Ends a return.' })
  returnClose(
    @Arg('input', () => ReturnCloseInput, { description: 'The return.' }) input: ReturnCloseInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnClosePayload> {
    return answer(
      ReturnClosePayload,
      returnMoveInput,
      input,
      (wish) => this.move({ ...wish, to: 'CLOSED' }, context),
      (payload, id) => this.answers.withReturn(payload, id),
    );
  }

  private move(wish: Omit<ReturnMove, 'orderId'>, context: RequestContext) {
    return this.answers.ofPart('order_return', wish.returnId, wish, (call) =>
      this.handling.run(call, this.answers.origin(context)),
    );
  }
}

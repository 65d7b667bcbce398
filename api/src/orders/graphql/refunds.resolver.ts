import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { accepted } from '../../kernel/result';
import type { CapturePayment } from '../../payments';
import { ForStaff } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { ChangeOrder } from '../commands/change-order';
import {
  captureInput,
  isPartial,
  refundInput,
  type RefundOrder,
  type RefundWish,
} from '../commands/refund-order';
import {
  OrderPaymentCapturePayload,
  OrderRefundPayload,
  OrderRefundPreview,
} from './order.payloads';
import type { OrderAnswer } from './order-answer';
import {
  OrderPaymentCaptureInput,
  OrderRefundInput,
  OrderRefundPreviewInput,
} from './order-parts.inputs';
import type { OrderPreviews } from './order-previews';

@Resolver()
export class RefundsResolver {
  constructor(
    private readonly refunding: RefundOrder,
    private readonly change: ChangeOrder,
    private readonly previews: OrderPreviews,
    private readonly answers: OrderAnswer,
    private readonly captures: CapturePayment,
  ) {}

  @ForStaff('ORDERS_READ')
  @Query(() => OrderRefundPreview, { description: 'What a refund would give back.' })
  orderRefundPreview(
    @Arg('input', () => OrderRefundPreviewInput, { description: 'The refund.' })
    input: OrderRefundPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderRefundPreview> {
    return this.previews.ofRefund(input, context);
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderPaymentCapturePayload, {
    description:
      'Takes the money that a card provider holds for an order. A repeat takes nothing twice.',
  })
  orderPaymentCapture(
    @Arg('input', () => OrderPaymentCaptureInput, { description: 'The order.' })
    input: OrderPaymentCaptureInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderPaymentCapturePayload> {
    return answer(
      OrderPaymentCapturePayload,
      captureInput,
      input,
      (call) =>
        this.answers.named(call, context, async ({ orderId }) => {
          const captured = await this.captures.run(orderId);
          return captured.ok ? accepted(orderId) : captured;
        }),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderRefundPayload, {
    description:
      'Gives money back: everything that was paid, or for lines, delivery or as an amount.',
  })
  orderRefund(
    @Arg('input', () => OrderRefundInput, { description: 'The refund.' }) input: OrderRefundInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderRefundPayload> {
    return answer(
      OrderRefundPayload,
      refundInput,
      input,
      (wish) =>
        isPartial(wish)
          ? this.refunding.run(wish, this.answers.origin(context))
          : this.change.run(
              { ...wholeOf(wish), action: 'REFUND', party: 'staff' },
              this.answers.origin(context),
            ),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }
}

function wholeOf({ orderId, expectedVersion, idempotencyKey, reason }: RefundWish) {
  return { orderId, expectedVersion, idempotencyKey, note: reason };
}

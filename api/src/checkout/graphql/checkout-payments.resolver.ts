import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { z } from 'zod';

import { type OrderLoaders, seedPlaced, toOrderType } from '../../orders';
import { Public } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import { Alone } from '../../platform/graphql/limits';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { callerOf } from '../checkout-access';
import type { CheckoutReader } from '../checkout-reader';
import type { SettledCheckout } from '../commands/complete-checkout';
import type { GiveUpPayment } from '../commands/give-up-payment';
import { type PayCheckout, payCheckoutInput, type PayOrigin } from '../commands/pay-checkout';
import type { SettlePayment } from '../commands/settle-payment';
import { CheckoutType, toCheckoutType } from './checkout.type';
import {
  CheckoutPayInput,
  CheckoutPaymentCancelInput,
  CheckoutPaymentCancelPayload,
  CheckoutPaymentConfirmInput,
  CheckoutPaymentConfirmPayload,
  CheckoutPayPayload,
  type PaidPayload,
  toClientActionType,
} from './checkout-payment.types';

const paymentInput = z.object({ checkoutId: idInput, idempotencyKey: idempotencyKeyInput });

@Resolver(() => CheckoutType)
export class CheckoutPaymentsResolver {
  constructor(
    private readonly reader: CheckoutReader,
    private readonly pay: PayCheckout,
    private readonly settle: SettlePayment,
    private readonly giveUp: GiveUpPayment,
    private readonly orders: OrderLoaders,
  ) {}

  @Public()
  @Alone()
  @Mutation(() => CheckoutPayPayload, {
    description:
      'Pays a checkout and places its order, once, however often it is called. Where the shopper must act at the payment provider first, clientAction says how.',
  })
  checkoutPay(
    @Arg('input', () => CheckoutPayInput, { description: 'How it is paid.' })
    input: CheckoutPayInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutPayPayload> {
    return answer(
      CheckoutPayPayload,
      payCheckoutInput,
      input,
      (valid) => this.pay.run(valid, originOf(context)),
      (payload, settled) => this.fill(payload, settled, context),
    );
  }

  @Public()
  @Alone()
  @Mutation(() => CheckoutPaymentConfirmPayload, {
    description:
      'Called when the shopper comes back from the payment provider: asks it what became of the payment and places the order when it is paid.',
  })
  checkoutPaymentConfirm(
    @Arg('input', () => CheckoutPaymentConfirmInput, { description: 'The checkout.' })
    input: CheckoutPaymentConfirmInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutPaymentConfirmPayload> {
    return answer(
      CheckoutPaymentConfirmPayload,
      paymentInput,
      input,
      ({ checkoutId }) => this.settle.forShopper(checkoutId, callerOf(context), originOf(context)),
      (payload, settled) => this.fill(payload, settled, context),
    );
  }

  @Public()
  @Alone()
  @Mutation(() => CheckoutPaymentCancelPayload, {
    description:
      'Gives up a payment that waits for the shopper, so that the checkout can be changed or paid another way. If the money has arrived meanwhile the order is placed.',
  })
  checkoutPaymentCancel(
    @Arg('input', () => CheckoutPaymentCancelInput, { description: 'The checkout.' })
    input: CheckoutPaymentCancelInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutPaymentCancelPayload> {
    return answer(
      CheckoutPaymentCancelPayload,
      paymentInput,
      input,
      ({ checkoutId }) => this.giveUp.forShopper(checkoutId, callerOf(context), originOf(context)),
      (payload, settled) => this.fill(payload, settled, context),
    );
  }

  private async fill(
    payload: PaidPayload,
    { placed, clientAction, ...state }: SettledCheckout,
    context: RequestContext,
  ): Promise<void> {
    if (placed) seedPlaced(context.loaders, this.orders, placed);
    payload.checkout = toCheckoutType(await this.reader.view(state));
    payload.clientAction = clientAction && toClientActionType(clientAction);
    const { orderId } = payload.checkout;
    const order = orderId && (await context.loaders.get(this.orders.orderById).load(orderId));
    if (order) payload.order = toOrderType(order);
  }
}

function originOf(context: RequestContext): PayOrigin {
  return {
    caller: callerOf(context),
    actor: actorOf(context),
    requestId: context.requestId,
  };
}

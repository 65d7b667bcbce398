import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { cartOwnerOf } from '../../cart';
import { isId } from '../../kernel/ids';
import { Public } from '../../platform/graphql/access';
import { Alone } from '../../platform/graphql/limits';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { callerOf } from '../checkout-access';
import type { CheckoutReader, CheckoutState } from '../checkout-reader';
import { checkoutIdInput, type EditCheckout, startCheckoutInput } from '../commands/edit-checkout';
import type { LockCheckout } from '../commands/lock-checkout';
import { type UpdateCheckout, updateCheckoutInput } from '../commands/update-checkout';
import {
  CheckoutCancelInput,
  CheckoutCancelPayload,
  CheckoutLockInput,
  CheckoutLockPayload,
  CheckoutStartInput,
  CheckoutStartPayload,
  CheckoutUpdateInput,
  CheckoutUpdatePayload,
} from './checkout.inputs';
import { CheckoutType, toCheckoutType } from './checkout.type';

@Resolver(() => CheckoutType)
export class CheckoutResolver {
  constructor(
    private readonly reader: CheckoutReader,
    private readonly edit: EditCheckout,
    private readonly details: UpdateCheckout,
    private readonly lock: LockCheckout,
  ) {}

  @Public()
  @Query(() => CheckoutType, {
    nullable: true,
    description: "One of the caller's checkouts, known by the cart's secret or the customer.",
  })
  checkout(
    @Arg('id', () => ID, { description: "The checkout's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutType | undefined> {
    return this.read(id, context);
  }

  @Public()
  @Alone()
  @Mutation(() => CheckoutStartPayload, {
    description: "Starts a checkout from the caller's cart, or returns the cart's open one.",
  })
  checkoutStart(
    @Arg('input', () => CheckoutStartInput, { description: 'Nothing is needed.' })
    input: CheckoutStartInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutStartPayload> {
    return answer(
      CheckoutStartPayload,
      startCheckoutInput,
      input,
      () => this.edit.start(cartOwnerOf(context), callerOf(context)),
      (payload, state) => this.fill(payload, state),
    );
  }

  @Public()
  @Alone()
  @Mutation(() => CheckoutUpdatePayload, {
    description: 'Writes what the shopper entered. A locked checkout is reopened by it.',
  })
  checkoutUpdate(
    @Arg('input', () => CheckoutUpdateInput, { description: 'What was entered.' })
    input: CheckoutUpdateInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutUpdatePayload> {
    return answer(
      CheckoutUpdatePayload,
      updateCheckoutInput,
      input,
      (valid) => this.details.run(valid, callerOf(context)),
      (payload, state) => this.fill(payload, state),
    );
  }

  @Public()
  @Alone()
  @Mutation(() => CheckoutLockPayload, {
    description: 'Freezes the quote and holds the stock until reservedUntil.',
  })
  checkoutLock(
    @Arg('input', () => CheckoutLockInput, { description: 'The checkout.' })
    input: CheckoutLockInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutLockPayload> {
    return answer(
      CheckoutLockPayload,
      checkoutIdInput,
      input,
      ({ checkoutId }) => this.lock.run(checkoutId, callerOf(context)),
      (payload, state) => this.fill(payload, state),
    );
  }

  @Public()
  @Alone()
  @Mutation(() => CheckoutCancelPayload, {
    description: 'Gives a checkout up: the stock is released and the cart is kept.',
  })
  checkoutCancel(
    @Arg('input', () => CheckoutCancelInput, { description: 'The checkout.' })
    input: CheckoutCancelInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutCancelPayload> {
    return answer(
      CheckoutCancelPayload,
      checkoutIdInput,
      input,
      ({ checkoutId }) => this.edit.cancel(checkoutId, callerOf(context)),
      (payload, state) => this.fill(payload, state),
    );
  }

  private async fill(payload: { checkout?: CheckoutType }, state: CheckoutState): Promise<void> {
    payload.checkout = toCheckoutType(await this.reader.view(state));
  }

  private async read(id: string, context: RequestContext): Promise<CheckoutType | undefined> {
    const view = isId(id) ? await this.reader.find(id, callerOf(context)) : undefined;
    return view && toCheckoutType(view);
  }
}

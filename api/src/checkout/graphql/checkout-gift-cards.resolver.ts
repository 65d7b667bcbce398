import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import { Alone } from '../../platform/graphql/limits';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { callerOf } from '../checkout-access';
import type { CheckoutReader } from '../checkout-reader';
import {
  applyGiftCardsInput,
  type ChangeGiftCards,
  removeGiftCardsInput,
} from '../commands/change-gift-cards';
import { toCheckoutType } from './checkout.type';
import {
  CheckoutGiftCardsApplyInput,
  CheckoutGiftCardsApplyPayload,
  CheckoutGiftCardsRemoveInput,
  CheckoutGiftCardsRemovePayload,
} from './gift-card.inputs';

@Resolver()
export class CheckoutGiftCardsResolver {
  constructor(
    private readonly reader: CheckoutReader,
    private readonly change: ChangeGiftCards,
  ) {}

  @Public()
  @Alone()
  @Mutation(() => CheckoutGiftCardsApplyPayload, {
    description:
      'Lets gift cards pay for a checkout before anything else does. GiftCardUnusable tells per code why not; trying codes ends in RATE_LIMITED.',
  })
  checkoutGiftCardsApply(
    @Arg('input', () => CheckoutGiftCardsApplyInput, { description: 'The codes.' })
    input: CheckoutGiftCardsApplyInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutGiftCardsApplyPayload> {
    const { clientAddress } = context;
    return answer(
      CheckoutGiftCardsApplyPayload,
      applyGiftCardsInput,
      input,
      (valid) => this.change.apply(valid, { ...callerOf(context), clientAddress }),
      async (payload, state) => {
        payload.checkout = toCheckoutType(await this.reader.view(state));
      },
    );
  }

  @Public()
  @Alone()
  @Mutation(() => CheckoutGiftCardsRemovePayload, {
    description: 'Takes gift cards away from a checkout; one that it does not have is no error.',
  })
  checkoutGiftCardsRemove(
    @Arg('input', () => CheckoutGiftCardsRemoveInput, { description: 'Which ones.' })
    input: CheckoutGiftCardsRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckoutGiftCardsRemovePayload> {
    return answer(
      CheckoutGiftCardsRemovePayload,
      removeGiftCardsInput,
      input,
      (valid) => this.change.remove(valid, callerOf(context)),
      async (payload, state) => {
        payload.checkout = toCheckoutType(await this.reader.view(state));
      },
    );
  }
}

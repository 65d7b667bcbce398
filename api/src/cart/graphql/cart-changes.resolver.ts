import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  type CartOwner,
  cartOwnerOf,
  cartOwnerOrNobody,
  newCartToken,
  setCartCookie,
} from '../cart-owner';
import { applyInput, couponsInput } from '../commands/cart-inputs';
import type { CartRequest, ChangeCart } from '../commands/change-cart';
import { couponWishes, wishesOf } from '../commands/wishes';
import {
  CartApplyInput,
  CartApplyPayload,
  CartCouponsApplyInput,
  CartCouponsApplyPayload,
  CartCouponsRemoveInput,
  CartCouponsRemovePayload,
} from './cart.inputs';
import { CartType } from './cart.type';
import type { CartAnswers } from './cart-answers';

@Resolver(() => CartType)
export class CartChangesResolver {
  constructor(
    private readonly change: ChangeCart,
    private readonly answers: CartAnswers,
  ) {}

  @Public()
  @Mutation(() => CartApplyPayload, {
    description:
      "Makes many changes of the caller's cart at once, in their order: all of them or, with the path of each that cannot be made, none. Makes a cart (and its cookie) when there is none.",
  })
  cartApply(
    @Arg('input', () => CartApplyInput, { description: 'The changes.' }) input: CartApplyInput,
    @Ctx() context: RequestContext,
  ): Promise<CartApplyPayload> {
    return this.inOwnCart(context, (run) =>
      answer(
        CartApplyPayload,
        applyInput,
        input,
        ({ changes, expectedVersion }) => run({ wishes: wishesOf(changes), expectedVersion }),
        async (payload, changed) => {
          payload.cart = await this.answers.show(changed, context);
        },
      ),
    );
  }

  @Public()
  @Mutation(() => CartCouponsApplyPayload, {
    description:
      "Applies codes to the caller's cart. One that nobody can use now is a CouponUnusable; whether it takes something off this cart, the cart's price explanation tells.",
  })
  cartCouponsApply(
    @Arg('input', () => CartCouponsApplyInput, { description: 'The codes.' })
    input: CartCouponsApplyInput,
    @Ctx() context: RequestContext,
  ): Promise<CartCouponsApplyPayload> {
    return this.inOwnCart(context, (run) =>
      answer(
        CartCouponsApplyPayload,
        couponsInput,
        input,
        ({ couponCodes, expectedVersion }) =>
          run({ wishes: couponWishes('APPLY_COUPON', couponCodes), expectedVersion }),
        async (payload, changed) => {
          payload.cart = await this.answers.show(changed, context);
        },
      ),
    );
  }

  @Public()
  @Mutation(() => CartCouponsRemovePayload, {
    description: "Takes codes off the caller's cart.",
  })
  cartCouponsRemove(
    @Arg('input', () => CartCouponsRemoveInput, { description: 'The codes.' })
    input: CartCouponsRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<CartCouponsRemovePayload> {
    const owner = cartOwnerOrNobody(context);
    return answer(
      CartCouponsRemovePayload,
      couponsInput,
      input,
      ({ couponCodes, expectedVersion }) =>
        this.change.run(owner, {
          wishes: couponWishes('REMOVE_COUPON', couponCodes),
          expectedVersion,
        }),
      async (payload, changed) => {
        payload.cart = await this.answers.show(changed, context);
      },
    );
  }

  /** Changes the caller's cart. A caller without one gets the cookie of the cart that the change makes. */
  private inOwnCart<P>(
    context: RequestContext,
    work: (
      run: (request: CartRequest) => ReturnType<ChangeCart['run']>,
    ) => Promise<P & { readonly cart?: CartType }>,
  ): Promise<P> {
    const known = cartOwnerOf(context);
    const fresh = newCartToken();
    const owner: CartOwner = known ?? { kind: 'guest', tokenHash: fresh.tokenHash };
    return work(async (request) => {
      const changed = await this.change.run(owner, request);
      if (changed.ok && !known) setCartCookie(context, fresh.token);
      return changed;
    });
  }
}

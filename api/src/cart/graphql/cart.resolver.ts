import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

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
import type { CartReader } from '../cart-reader';
import {
  addLinesInput,
  createCartInput,
  removeLinesInput,
  updateLinesInput,
} from '../commands/cart-inputs';
import type { ChangeCart } from '../commands/change-cart';
import { additionsOf, removalsOf, updatesOf } from '../commands/wishes';
import {
  CartCreateInput,
  CartCreatePayload,
  CartLinesAddInput,
  CartLinesAddPayload,
  CartLinesRemoveInput,
  CartLinesRemovePayload,
  CartLinesUpdateInput,
  CartLinesUpdatePayload,
} from './cart.inputs';
import { CartType } from './cart.type';
import type { CartAnswers } from './cart-answers';

@Resolver(() => CartType)
export class CartResolver {
  constructor(
    private readonly change: ChangeCart,
    private readonly reader: CartReader,
    private readonly answers: CartAnswers,
  ) {}

  @Public()
  @Query(() => CartType, {
    nullable: true,
    description: "The caller's cart: the customer's, or that of the cookie or Cart-Token header.",
  })
  async cart(@Ctx() context: RequestContext): Promise<CartType | undefined> {
    const view = await this.reader.find(cartOwnerOf(context));
    return view && this.answers.show({ view, levels: [] }, context);
  }

  @Public()
  @Mutation(() => CartCreatePayload, {
    description: 'Makes a cart for a client that keeps no cookies. Sets no cookie.',
  })
  cartCreate(
    @Arg('input', () => CartCreateInput, { description: 'First lines.' }) input: CartCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<CartCreatePayload> {
    const { token, tokenHash } = newCartToken();
    const owner: CartOwner = { kind: 'guest', tokenHash };
    return answer(
      CartCreatePayload,
      createCartInput,
      input,
      ({ lines }) => this.change.run(owner, { wishes: additionsOf(lines), isNew: true }),
      async (payload, changed) => {
        payload.cart = await this.answers.show(changed, context);
        payload.cartToken = token;
      },
    );
  }

  @Public()
  @Mutation(() => CartLinesAddPayload, {
    description:
      "Puts variations into the caller's cart, making one (and its cookie) when there is none.",
  })
  cartLinesAdd(
    @Arg('input', () => CartLinesAddInput, { description: 'What to add.' })
    input: CartLinesAddInput,
    @Ctx() context: RequestContext,
  ): Promise<CartLinesAddPayload> {
    const known = cartOwnerOf(context);
    const fresh = newCartToken();
    const owner: CartOwner = known ?? { kind: 'guest', tokenHash: fresh.tokenHash };
    return answer(
      CartLinesAddPayload,
      addLinesInput,
      input,
      ({ lines, expectedVersion }) =>
        this.change.run(owner, { wishes: additionsOf(lines), expectedVersion, isNew: !known }),
      async (payload, changed) => {
        if (!known) setCartCookie(context, fresh.token);
        payload.cart = await this.answers.show(changed, context);
      },
    );
  }

  @Public()
  @Mutation(() => CartLinesUpdatePayload, {
    description: "Sets quantities of lines of the caller's cart.",
  })
  cartLinesUpdate(
    @Arg('input', () => CartLinesUpdateInput, { description: 'New quantities.' })
    input: CartLinesUpdateInput,
    @Ctx() context: RequestContext,
  ): Promise<CartLinesUpdatePayload> {
    const owner = cartOwnerOrNobody(context);
    return answer(
      CartLinesUpdatePayload,
      updateLinesInput,
      input,
      ({ lines, expectedVersion }) =>
        this.change.run(owner, { wishes: updatesOf(lines), expectedVersion }),
      async (payload, changed) => {
        payload.cart = await this.answers.show(changed, context);
      },
    );
  }

  @Public()
  @Mutation(() => CartLinesRemovePayload, {
    description: "Takes lines out of the caller's cart.",
  })
  cartLinesRemove(
    @Arg('input', () => CartLinesRemoveInput, { description: 'The lines.' })
    input: CartLinesRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<CartLinesRemovePayload> {
    const owner = cartOwnerOrNobody(context);
    return answer(
      CartLinesRemovePayload,
      removeLinesInput,
      input,
      ({ lineIds, expectedVersion }) =>
        this.change.run(owner, { wishes: removalsOf(lineIds), expectedVersion }),
      async (payload, changed) => {
        payload.cart = await this.answers.show(changed, context);
      },
    );
  }
}

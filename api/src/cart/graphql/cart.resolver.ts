import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { ShownVariation } from '../../catalog';
import type { StockLoader } from '../../inventory';
import { Public } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { ShopSettingsReader } from '../../shop';
import { type CartOwner, cartOwnerOf, newCartToken, setCartCookie } from '../cart-owner';
import type { CartReader } from '../cart-reader';
import {
  addLinesInput,
  type ChangeCart,
  type ChangedCart,
  createCartInput,
  removeLinesInput,
  updateLinesInput,
} from '../commands/change-cart';
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
import { CartType, toCartType } from './cart.type';
import { makeOwnStockKnown } from './own-stock';

/** Stands for the cart of a caller that has none: no token hashes to nothing. */
const NO_CART: CartOwner = { kind: 'guest', tokenHash: '' };

@Resolver(() => CartType)
export class CartResolver {
  constructor(
    private readonly change: ChangeCart,
    private readonly reader: CartReader,
    private readonly settings: ShopSettingsReader,
    private readonly shownVariation: ShownVariation,
    private readonly stock: StockLoader,
  ) {}

  @Public()
  @Query(() => CartType, {
    nullable: true,
    description: "The caller's cart: the customer's, or that of the cookie or Cart-Token header.",
  })
  async cart(@Ctx() context: RequestContext): Promise<CartType | undefined> {
    const view = await this.reader.find(cartOwnerOf(context));
    return view && this.show({ view, levels: [] }, context);
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
      ({ lines }) => this.change.add(owner, { lines, expectedVersion: undefined }, true),
      async (payload, changed) => {
        payload.cart = await this.show(changed, context);
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
      (valid) => this.change.add(owner, valid, !known),
      async (payload, changed) => {
        if (!known) setCartCookie(context, fresh.token);
        payload.cart = await this.show(changed, context);
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
    const owner = cartOwnerOf(context) ?? NO_CART;
    return answer(
      CartLinesUpdatePayload,
      updateLinesInput,
      input,
      (valid) => this.change.update(owner, valid),
      async (payload, changed) => {
        payload.cart = await this.show(changed, context);
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
    const owner = cartOwnerOf(context) ?? NO_CART;
    return answer(
      CartLinesRemovePayload,
      removeLinesInput,
      input,
      (valid) => this.change.remove(owner, valid),
      async (payload, changed) => {
        payload.cart = await this.show(changed, context);
      },
    );
  }

  private async show({ view, levels }: ChangedCart, context: RequestContext): Promise<CartType> {
    const { currencyCode } = await this.settings.read();
    const cart = toCartType(view, currencyCode, this.shownVariation);
    const products = cart.lines.map(({ variation }) => variation.product);
    const known = { held: view.held, levels };
    await makeOwnStockKnown(context.loaders, this.stock, products, known);
    return cart;
  }
}

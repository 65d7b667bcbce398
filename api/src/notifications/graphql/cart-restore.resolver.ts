import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';

import { cartOwnerOf, newCartToken, setCartCookie } from '../../cart';
import { Public } from '../../platform/graphql/access';
import { answer, MutationPayload } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { restoreCartInput, type RestoreLeftCart } from '../commands/restore-left-cart';

@InputType({ description: 'The token of the link to a cart that was left behind.' })
export class CartRestoreInput {
  @Field(() => String, { description: 'As it stands in the link.' })
  token: string;
}

@ObjectType({ description: "Outcome of cartRestore; the caller's cart is read with `cart`." })
export class CartRestorePayload extends MutationPayload {
  @Field(() => Int, {
    nullable: true,
    description: "Lines that are in the caller's cart as they were left.",
  })
  restoredLines?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Lines of which the shop has less than that, or nothing any more.',
  })
  missingLines?: number;
}

@Resolver()
export class CartRestoreResolver {
  constructor(private readonly restore: RestoreLeftCart) {}

  @Public()
  @Mutation(() => CartRestorePayload, {
    description:
      "Brings the cart that a mail spoke of into the caller's own, making one (and its cookie) when there is none. Of what both hold the larger quantity counts.",
  })
  cartRestore(
    @Arg('input', () => CartRestoreInput, { description: 'The token.' }) input: CartRestoreInput,
    @Ctx() context: RequestContext,
  ): Promise<CartRestorePayload> {
    const known = cartOwnerOf(context);
    const { token, tokenHash } = newCartToken();
    return answer(
      CartRestorePayload,
      restoreCartInput,
      input,
      (valid) => this.restore.run(valid.token, known ?? { kind: 'guest', tokenHash }, !known),
      (payload, restored) => {
        // Also where only some of a line came back there is a cart now.
        if (!known) setCartCookie(context, token);
        Object.assign(payload, restored);
      },
    );
  }
}

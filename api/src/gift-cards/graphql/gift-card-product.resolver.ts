import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';

import { type CatalogModule, ProductType } from '../../catalog';
import { ForStaff } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { answer, MutationPayload } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { giftCardProductSetInput, type SellGiftCards } from '../commands/sell-gift-cards';

@InputType({ description: 'Whether a product is a gift card.' })
export class GiftCardProductSetInput {
  @Field(() => ID, { description: 'The product.' })
  productId: string;

  @Field(() => Boolean, {
    description:
      'Whether each unit sold becomes a gift card worth its price. It then needs no stock and no delivery.',
  })
  isGiftCard: boolean;
}

@ObjectType({ description: 'Outcome of giftCardProductSet.' })
export class GiftCardProductSetPayload extends MutationPayload {
  @Field(() => ProductType, { nullable: true, description: 'The product now.' })
  product?: ProductType;
}

@Resolver()
export class GiftCardProductResolver {
  constructor(
    private readonly sell: SellGiftCards,
    private readonly productById: CatalogModule['productById'],
  ) {}

  @ForStaff('GIFT_CARDS_WRITE')
  @Mutation(() => GiftCardProductSetPayload, {
    description: 'Sells a product as a gift card, or as ordinary goods again.',
  })
  giftCardProductSet(
    @Arg('input', () => GiftCardProductSetInput, { description: 'Which product.' })
    input: GiftCardProductSetInput,
    @Ctx() context: RequestContext,
  ): Promise<GiftCardProductSetPayload> {
    return answer(
      GiftCardProductSetPayload,
      giftCardProductSetInput,
      input,
      (valid) => this.sell.mark(valid, actorOf(context)),
      async (payload, id) => {
        payload.product = await context.loaders.get(this.productById).load(id);
      },
    );
  }
}

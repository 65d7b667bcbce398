import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import { isId } from '../../kernel/ids';
import { ForStaff } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import {
  type ConnectionShape,
  toConnection,
  toIdPageRequest,
} from '../../platform/graphql/connection';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  type ChangeGiftCards,
  giftCardAdjustInput,
  giftCardDisableInput,
  giftCardIssueInput,
  type StaffOrigin,
} from '../commands/change-gift-cards';
import type { GiftCardCodes } from '../gift-card-codes';
import type { GiftCardEntry, GiftCardRepository } from '../persistence/gift-card.repository';
import {
  GiftCardAdjustInput,
  GiftCardAdjustPayload,
  GiftCardDisableInput,
  GiftCardDisablePayload,
  GiftCardIssueInput,
  GiftCardIssuePayload,
  GiftCardListArgs,
} from './gift-card.inputs';
import {
  GiftCardConnection,
  GiftCardEntryType,
  GiftCardType,
  toGiftCardEntryType,
  toGiftCardType,
} from './gift-card.types';

@Resolver(() => GiftCardType)
export class GiftCardResolver {
  private readonly entriesByCard: LoaderFactory<string, readonly GiftCardEntry[]>;

  constructor(
    private readonly cards: GiftCardRepository,
    private readonly change: ChangeGiftCards,
    private readonly codes: GiftCardCodes,
  ) {
    this.entriesByCard = () =>
      new DataLoader(async (ids) => {
        const entries = Map.groupBy(await cards.entriesOf(ids), ({ giftCardId }) => giftCardId);
        return ids.map((id) => entries.get(id) ?? []);
      });
  }

  @ForStaff('GIFT_CARDS_WRITE')
  @Query(() => GiftCardConnection, { description: 'The gift cards, newest first.' })
  async giftCards(
    @Args(() => GiftCardListArgs) args: GiftCardListArgs,
  ): Promise<ConnectionShape<GiftCardType>> {
    const request = toIdPageRequest(args);
    const filter = { query: args.query?.trim() || undefined };
    const page = await this.cards.page(filter, request);
    return toConnection(page, toGiftCardType, () => this.cards.count(filter));
  }

  @ForStaff('GIFT_CARDS_WRITE')
  @Query(() => GiftCardType, { nullable: true, description: 'One gift card.' })
  giftCard(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<GiftCardType | undefined> {
    return this.shown(id);
  }

  @FieldResolver(() => [GiftCardEntryType], {
    description: 'Every movement of its balance, oldest first.',
  })
  async entries(
    @Root() card: GiftCardType,
    @Ctx() context: RequestContext,
  ): Promise<GiftCardEntryType[]> {
    const entries = await context.loaders.get(this.entriesByCard).load(card.id);
    return entries.map((entry) => toGiftCardEntryType(entry, card.balance.currencyCode));
  }

  @ForStaff('GIFT_CARDS_WRITE')
  @Mutation(() => GiftCardIssuePayload, { description: 'Makes a gift card.' })
  giftCardIssue(
    @Arg('input', () => GiftCardIssueInput, { description: 'The card.' })
    input: GiftCardIssueInput,
    @Ctx() context: RequestContext,
  ): Promise<GiftCardIssuePayload> {
    return answer(
      GiftCardIssuePayload,
      giftCardIssueInput,
      input,
      (valid) => this.change.issue(valid, originOf(context)),
      async (payload, id) => {
        payload.giftCard = await this.shown(id);
        payload.code = this.codes.codeOf(id);
      },
    );
  }

  @ForStaff('GIFT_CARDS_WRITE')
  @Mutation(() => GiftCardDisablePayload, {
    description: 'Disables a gift card for good; its balance stays, yet pays no more.',
  })
  giftCardDisable(
    @Arg('input', () => GiftCardDisableInput, { description: 'Which one, and why.' })
    input: GiftCardDisableInput,
    @Ctx() context: RequestContext,
  ): Promise<GiftCardDisablePayload> {
    return answer(
      GiftCardDisablePayload,
      giftCardDisableInput,
      input,
      (valid) => this.change.disable(valid, originOf(context)),
      async (payload, id) => {
        payload.giftCard = await this.shown(id);
      },
    );
  }

  @ForStaff('GIFT_CARDS_WRITE')
  @Mutation(() => GiftCardAdjustPayload, {
    description: "Moves a gift card's balance up or down, for a reason.",
  })
  giftCardAdjust(
    @Arg('input', () => GiftCardAdjustInput, { description: 'By how much, and why.' })
    input: GiftCardAdjustInput,
    @Ctx() context: RequestContext,
  ): Promise<GiftCardAdjustPayload> {
    return answer(
      GiftCardAdjustPayload,
      giftCardAdjustInput,
      input,
      (valid) => this.change.adjust(valid, originOf(context)),
      async (payload, id) => {
        payload.giftCard = await this.shown(id);
      },
    );
  }

  private async shown(id: string): Promise<GiftCardType | undefined> {
    const [card] = isId(id) ? await this.cards.byIds([id]) : [];
    return card && toGiftCardType(card);
  }
}

function originOf(context: RequestContext): StaffOrigin {
  return { actor: actorOf(context), requestId: context.requestId };
}

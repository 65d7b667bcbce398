import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { money } from '../../kernel/money';
import { connectionOf } from '../../platform/graphql/connection';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import type {
  GiftCardEntry,
  GiftCardEntryKind,
  GiftCardRecord,
} from '../persistence/gift-card.repository';

export const entryKinds: { readonly [K in GiftCardEntryKind]: K } = {
  ISSUE: 'ISSUE',
  USE: 'USE',
  REFUND: 'REFUND',
  ADJUST: 'ADJUST',
  TAKEN_BACK: 'TAKEN_BACK',
};
registerEnumType(entryKinds, {
  name: 'GiftCardEntryKind',
  description: 'Why a balance moved.',
  valuesConfig: {
    ISSUE: { description: 'The card was issued or sold.' },
    USE: { description: 'It paid for an order.' },
    REFUND: { description: 'An order gave some of it back.' },
    ADJUST: { description: 'Staff corrected it.' },
    TAKEN_BACK: {
      description: 'What was left went when its own purchase was cancelled or refunded.',
    },
  },
});

@ObjectType('GiftCardEntry', { description: "A movement of a gift card's balance." })
export class GiftCardEntryType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => entryKinds, { description: 'Why it moved.' })
  kind: GiftCardEntryKind;

  @Field(() => MoneyType, { description: 'By how much; below zero where it paid.' })
  amount: MoneyType;

  @Field(() => ID, { nullable: true, description: 'The order concerned.' })
  orderId?: string;

  @Field(() => String, { nullable: true, description: 'What staff said about it.' })
  reason?: string;

  @Field(() => String, { nullable: true, description: 'Name of the member of staff or key.' })
  actorName?: string;

  @Field(() => DateTime, { description: 'When it moved.' })
  occurredAt: Date;
}

@ObjectType('GiftCard', {
  description: 'Money that was paid in before, known to its holder by a code.',
})
export class GiftCardType {
  @Field(() => ID, { description: 'Opaque id; opens nothing without its code.' })
  id: string;

  @Field(() => Int, { description: 'Counts what staff did; may be sent as expectedVersion.' })
  version: number;

  @Field(() => String, { description: 'The last four characters of its code.' })
  last4: string;

  @Field(() => MoneyType, { description: 'What it was worth when it was made.' })
  initial: MoneyType;

  @Field(() => MoneyType, { description: 'What is left on it: the sum of its entries.' })
  balance: MoneyType;

  @Field(() => MoneyType, { description: 'What of it checkouts hold that are being paid.' })
  held: MoneyType;

  @Field(() => DateTime, { nullable: true, description: 'Until when it pays; null for ever.' })
  expiresAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was disabled, if it was.' })
  disabledAt?: Date;

  @Field(() => String, { nullable: true, description: 'Who was mailed its code.' })
  recipientEmail?: string;

  @Field(() => String, { nullable: true, description: 'What they were told with it.' })
  message?: string;

  @Field(() => ID, { nullable: true, description: 'The order in which it was sold.' })
  orderId?: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;
}

export const GiftCardConnection = connectionOf('GiftCard', () => GiftCardType);

/** Maps a card to its GraphQL form. */
export function toGiftCardType(card: GiftCardRecord): GiftCardType {
  const inItsCurrency = (amountMinor: bigint) => toMoneyType(money(amountMinor, card.currencyCode));
  return Object.assign(new GiftCardType(), {
    id: card.id,
    version: card.version,
    last4: card.last4,
    initial: inItsCurrency(card.initialMinor),
    balance: inItsCurrency(card.balanceMinor),
    held: inItsCurrency(card.heldMinor),
    expiresAt: card.expiresAt ?? undefined,
    disabledAt: card.disabledAt ?? undefined,
    recipientEmail: card.recipientEmail ?? undefined,
    message: card.message ?? undefined,
    orderId: card.orderId ?? undefined,
    createdAt: card.createdAt,
  });
}

/** Maps a movement to its GraphQL form. */
export function toGiftCardEntryType(entry: GiftCardEntry, currencyCode: string): GiftCardEntryType {
  return Object.assign(new GiftCardEntryType(), {
    id: entry.id,
    kind: entry.kind,
    amount: toMoneyType(money(entry.amountMinor, currencyCode)),
    orderId: entry.orderId ?? undefined,
    reason: entry.reason ?? undefined,
    actorName: entry.actor.name,
    occurredAt: entry.occurredAt,
  });
}

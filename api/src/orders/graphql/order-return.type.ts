import { Field, ID, Int, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import { returnSteps } from '../domain/return-state';
import type { OrderReturn } from '../persistence/return.repository';
import { GoodsConditionName, ReturnReasonName, ReturnStatusName } from './order-life-enums';

@ObjectType('OrderReturnLine', { description: 'Units of a line on their way back.' })
export class OrderReturnLineType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => Int, { description: 'Units.' })
  quantity: number;

  @Field(() => ReturnReasonName, { description: 'Why.' })
  reason: ReturnReasonName;

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  note?: string;

  @Field(() => GoodsConditionName, { nullable: true, description: 'How it came back.' })
  condition?: GoodsConditionName;

  @Field(() => Boolean, { description: 'Whether it went back on the shelf.' })
  restocked: boolean;
}

@ObjectType('OrderReturn', {
  description: 'Goods that a shopper sends back, from the wish to the money.',
})
export class OrderReturnType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => Int, { description: 'Which return of the order it is, from 1.' })
  number: number;

  @Field(() => ReturnStatusName, { description: 'Where it stands.' })
  status: ReturnStatusName;

  @Field(() => [ReturnStatusName], { description: 'What it can become next.' })
  nextStatuses: ReturnStatusName[];

  @Field(() => Boolean, {
    description: 'Whether other goods are sent instead; then their difference was settled at once.',
  })
  isExchange: boolean;

  @Field(() => [OrderReturnLineType], { description: 'What comes back.' })
  lines: OrderReturnLineType[];

  @Field(() => MoneyType, { description: 'What the goods are worth, as it was told at first.' })
  expectedRefund: MoneyType;

  @Field(() => String, { nullable: true, description: 'What the shopper said.' })
  note?: string;

  @Field(() => String, { nullable: true, description: 'What the shop said.' })
  answer?: string;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Field(() => DateTime, { description: 'When it last went on.' })
  updatedAt: Date;
}

/** Maps a return to its GraphQL form. */
export function toReturnType(made: OrderReturn, currencyCode: string): OrderReturnType {
  const { id, number, isExchange, note, answer, requestedAt, updatedAt } = made;
  const next = returnSteps[made.status].filter((to) => !(isExchange && to === 'REFUNDED'));
  return Object.assign(new OrderReturnType(), {
    ...{ id, number, isExchange, note, answer, requestedAt, updatedAt },
    status: ReturnStatusName[made.status],
    nextStatuses: next.map((status) => ReturnStatusName[status]),
    expectedRefund: toMoneyType(money(made.expectedMinor, currencyCode)),
    lines: made.lines.map(({ lineId, quantity, reason, note: said, condition, restocked }) =>
      Object.assign(new OrderReturnLineType(), {
        ...{ lineId, quantity, note: said, restocked },
        reason: ReturnReasonName[reason],
        condition: condition && GoodsConditionName[condition],
      }),
    ),
  });
}

import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { z } from 'zod';

import { accepted, refused } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { ForStaff } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { idInput } from '../../platform/graphql/input-schemas';
import { answer, MutationPayload } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { DateTime } from '../../platform/graphql/scalars';
import type { PaymentAlert, PaymentAlerts } from '../payment-alerts';

export enum PaymentAlertKind {
  WRONG_AMOUNT = 'WRONG_AMOUNT',
  UNKNOWN_PAYMENT = 'UNKNOWN_PAYMENT',
  MONEY_RETURNED = 'MONEY_RETURNED',
  REFUND_FAILED = 'REFUND_FAILED',
  FOREIGN_REFUND = 'FOREIGN_REFUND',
  AUTHORIZATION_LOST = 'AUTHORIZATION_LOST',
}
registerEnumType(PaymentAlertKind, {
  name: 'PaymentAlertKind',
  description: 'What went otherwise than it should.',
  valuesConfig: {
    WRONG_AMOUNT: { description: 'The provider tells of another amount or currency than asked.' },
    UNKNOWN_PAYMENT: {
      description: 'The provider tells of a payment that the shop did not begin.',
    },
    MONEY_RETURNED: { description: 'Money arrived for something that could no longer be sold.' },
    REFUND_FAILED: { description: 'A refund did not reach the shopper.' },
    FOREIGN_REFUND: { description: 'Somebody gave money back at the provider itself.' },
    AUTHORIZATION_LOST: { description: 'The provider no longer promises the money of an order.' },
  },
});

@ObjectType('PaymentAlert', {
  description: 'Something about payments that a person should look at.',
})
export class PaymentAlertType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => PaymentAlertKind, { description: 'What kind of thing it is.' })
  kind: PaymentAlertKind;

  @Field(() => String, { description: 'What happened, for staff.' })
  message: string;

  @Field(() => ID, { nullable: true, description: 'The order concerned, if there is one.' })
  orderId?: string;

  @Field(() => DateTime, { description: 'When it was noticed.' })
  raisedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When somebody had looked at it.' })
  resolvedAt?: Date;

  @Field(() => String, { nullable: true, description: 'Who had looked at it.' })
  resolvedBy?: string;
}

@InputType({ description: 'An alert that somebody has looked at.' })
export class PaymentAlertResolveInput {
  @Field(() => ID, { description: 'The alert.' })
  id: string;
}

@ObjectType({ description: 'Outcome of paymentAlertResolve.' })
export class PaymentAlertResolvePayload extends MutationPayload {
  @Field(() => PaymentAlertType, { nullable: true, description: 'The alert now.' })
  paymentAlert?: PaymentAlertType;
}

/** How many alerts are shown at once. */
const MOST_SHOWN = 100;
const resolveInput = z.object({ id: idInput });

@Resolver(() => PaymentAlertType)
export class PaymentAlertsResolver {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly alerts: PaymentAlerts,
  ) {}

  @ForStaff('ORDERS_READ')
  @Query(() => [PaymentAlertType], {
    description: 'What about payments nobody has looked at yet, newest first.',
  })
  async paymentAlerts(
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most; up to 100.' })
    first: number,
  ): Promise<PaymentAlertType[]> {
    const limit = Math.min(Math.max(first, 1), MOST_SHOWN);
    return (await this.alerts.open(limit)).map(toAlertType);
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => PaymentAlertResolvePayload, {
    description: 'Notes that somebody has looked at an alert; it is no longer listed.',
  })
  paymentAlertResolve(
    @Arg('input', () => PaymentAlertResolveInput, { description: 'The alert.' })
    input: PaymentAlertResolveInput,
    @Ctx() context: RequestContext,
  ): Promise<PaymentAlertResolvePayload> {
    const actor = actorOf(context);
    return answer(
      PaymentAlertResolvePayload,
      resolveInput,
      input,
      ({ id }) =>
        this.transactions.run(async (tx) => {
          const alert = await this.alerts.resolve(tx, id, actor.name ?? actor.kind);
          return alert
            ? accepted(alert)
            : refused({ code: 'NOT_FOUND', message: 'There is no such alert.', path: ['id'] });
        }),
      (payload, alert) => {
        payload.paymentAlert = toAlertType(alert);
      },
    );
  }
}

function toAlertType({ kind, orderId, resolvedAt, resolvedBy, ...alert }: PaymentAlert) {
  return Object.assign(new PaymentAlertType(), {
    ...alert,
    kind: PaymentAlertKind[kind],
    orderId: orderId ?? undefined,
    resolvedAt: resolvedAt ?? undefined,
    resolvedBy: resolvedBy ?? undefined,
  });
}

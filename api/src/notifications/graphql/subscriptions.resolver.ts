import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';

import type { CustomerRepository } from '../../customers';
import { CustomerType, toCustomerType } from '../../customers';
import { refused } from '../../kernel/result';
import { ForCustomer, Public } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { networkOf } from '../../platform/security/client-network';
import {
  consentInput,
  type DecideSubscriptions,
  unsubscribeInput,
} from '../commands/decide-subscriptions';
import {
  type RequestBackInStock,
  requestBackInStockInput,
} from '../commands/request-back-in-stock';
import type { ConsentRepository } from '../persistence/consent.repository';
import {
  BackInStockRequestInput,
  BackInStockRequestPayload,
  BackInStockRequestType,
  CustomerMarketingConsentSetInput,
  CustomerMarketingConsentSetPayload,
  MessageSubscriptionType,
  MessageUnsubscribeInput,
  MessageUnsubscribePayload,
} from './subscriptions.type';

@Resolver(() => CustomerType)
export class SubscriptionsResolver {
  constructor(
    private readonly decide: DecideSubscriptions,
    private readonly backInStock: RequestBackInStock,
    private readonly consents: ConsentRepository,
    private readonly customers: CustomerRepository,
  ) {}

  @FieldResolver(() => Boolean, {
    description: 'Whether they agreed to mails that no order calls for.',
  })
  marketingConsent(
    @Root() { email }: CustomerType,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return context.loaders.get(this.consents.isGiven).load(email);
  }

  @Public()
  @Mutation(() => BackInStockRequestPayload, {
    description:
      'Asks to be told, once, when a sold-out variation can be bought again. Asking twice is asking once. Limited per network and address.',
  })
  backInStockRequest(
    @Arg('input', () => BackInStockRequestInput, { description: 'Who waits for what.' })
    input: BackInStockRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<BackInStockRequestPayload> {
    return answer(
      BackInStockRequestPayload,
      requestBackInStockInput,
      input,
      (valid) => this.backInStock.run(valid, networkOf(context.clientAddress)),
      (payload, { variationId, email }) => {
        payload.backInStockRequest = Object.assign(new BackInStockRequestType(), {
          variationId,
          email,
        });
      },
    );
  }

  @ForCustomer()
  @Mutation(() => CustomerMarketingConsentSetPayload, {
    description: 'Agrees to mails that no order calls for, or takes that back.',
  })
  customerMarketingConsentSet(
    @Arg('input', () => CustomerMarketingConsentSetInput, { description: 'The decision.' })
    input: CustomerMarketingConsentSetInput,
    @Ctx() context: RequestContext,
  ): Promise<CustomerMarketingConsentSetPayload> {
    const customer = this.customerOf(context);
    return answer(
      CustomerMarketingConsentSetPayload,
      consentInput,
      input,
      async ({ accepts }) => {
        const known = await customer;
        return known
          ? this.decide.ofCustomer(known.email, accepts)
          : refused({ code: 'NOT_FOUND', message: 'This account is gone.' });
      },
      async (payload) => {
        payload.customer = await customer;
      },
    );
  }

  @Public()
  @Mutation(() => MessageUnsubscribePayload, {
    description: 'Takes a reader off the list that the token of a link in a mail names.',
  })
  messageUnsubscribe(
    @Arg('input', () => MessageUnsubscribeInput, { description: 'The token.' })
    input: MessageUnsubscribeInput,
  ): Promise<MessageUnsubscribePayload> {
    return answer(
      MessageUnsubscribePayload,
      unsubscribeInput,
      input,
      ({ token }) => this.decide.unsubscribe(token),
      (payload, { from, email }) => {
        const ended = { kind: from, email };
        payload.endedSubscription = Object.assign(new MessageSubscriptionType(), ended);
      },
    );
  }

  private async customerOf({ viewer, loaders }: RequestContext): Promise<CustomerType | undefined> {
    if (viewer.kind !== 'customer') return undefined;
    const record = await loaders.get(this.customers.byId).load(viewer.customerId);
    return record && toCustomerType(record);
  }
}

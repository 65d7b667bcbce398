import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { type CustomerRepository, type CustomerType, toCustomerType } from '../../customers';
import type { Clock } from '../../kernel/clock';
import { Public } from '../../platform/graphql/access';
import { Alone } from '../../platform/graphql/limits';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { Caller, CustomerSignedIn, CustomerSignIn } from '../commands/customer-sign-in';
import type { Sessions } from '../commands/sessions';
import {
  CustomerRegisterInput,
  customerRegisterSchema,
  SessionCreateInput,
  sessionCreateSchema,
} from './session.inputs';
import {
  CartMergeType,
  CustomerRegisterPayload,
  SessionCreatePayload,
  SessionEndPayload,
  SessionRefreshPayload,
  toSessionEndPayload,
  toSessionType,
} from './session.type';
import { dropRefreshToken, keepRefreshToken, readRefreshToken } from './session-cookie';

function callerOf(context: RequestContext): Caller {
  return { context, refreshToken: readRefreshToken(context, 'customer') };
}

@Resolver()
export class CustomerSessionResolver {
  constructor(
    private readonly entrance: CustomerSignIn,
    private readonly sessions: Sessions,
    private readonly customers: CustomerRepository,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Alone()
  @Mutation(() => CustomerRegisterPayload, {
    description: 'Makes an account and signs in. The guest cart comes along.',
  })
  customerRegister(
    @Arg('input', () => CustomerRegisterInput, { description: 'The new account.' })
    input: CustomerRegisterInput,
    @Ctx() context: RequestContext,
  ): Promise<CustomerRegisterPayload> {
    return answer(
      CustomerRegisterPayload,
      customerRegisterSchema,
      input,
      (valid) => this.entrance.register(valid, callerOf(context)),
      (payload, signedIn) => this.fill(payload, signedIn, context),
    );
  }

  @Public()
  @Alone()
  @Mutation(() => SessionCreatePayload, {
    description: 'Signs a customer in. The guest cart comes along.',
  })
  sessionCreate(
    @Arg('input', () => SessionCreateInput, { description: 'Who signs in.' })
    input: SessionCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionCreatePayload> {
    return answer(
      SessionCreatePayload,
      sessionCreateSchema,
      input,
      (valid) => this.entrance.signIn(valid, callerOf(context)),
      (payload, signedIn) => this.fill(payload, signedIn, context),
    );
  }

  @Public()
  @Alone()
  @Mutation(() => SessionRefreshPayload, {
    description: 'Continues the session of the refresh cookie with a new access token.',
  })
  async sessionRefresh(@Ctx() context: RequestContext): Promise<SessionRefreshPayload> {
    const payload = new SessionRefreshPayload();
    const session = await this.sessions.refresh('customer', readRefreshToken(context, 'customer'));
    if (!session) {
      dropRefreshToken(context, 'customer');
      return payload;
    }
    keepRefreshToken(context, 'customer', session, this.clock.now());
    payload.session = toSessionType(session);
    payload.customer = await this.customer(session.accountId, context);
    return payload;
  }

  @Public()
  @Alone()
  @Mutation(() => SessionEndPayload, { description: 'Signs the customer out on this device.' })
  async sessionEnd(@Ctx() context: RequestContext): Promise<SessionEndPayload> {
    const { viewer } = context;
    const ended = await this.sessions.end('customer', {
      refreshToken: readRefreshToken(context, 'customer'),
      sessionId: viewer.kind === 'customer' ? viewer.sessionId : undefined,
    });
    dropRefreshToken(context, 'customer');
    return toSessionEndPayload(ended);
  }

  private async fill(
    payload: CustomerRegisterPayload | SessionCreatePayload,
    { session, cartMerge }: CustomerSignedIn,
    context: RequestContext,
  ): Promise<void> {
    keepRefreshToken(context, 'customer', session, this.clock.now());
    payload.session = toSessionType(session);
    payload.customer = await this.customer(session.accountId, context);
    if (cartMerge) payload.cartMerge = Object.assign(new CartMergeType(), cartMerge);
  }

  private async customer(id: string, context: RequestContext): Promise<CustomerType | undefined> {
    const customer = await context.loaders.get(this.customers.byId).load(id);
    return customer && toCustomerType(customer);
  }
}

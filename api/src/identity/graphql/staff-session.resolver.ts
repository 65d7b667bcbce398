import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { Clock } from '../../kernel/clock';
import { ForStaff, StaffSignIn as OpenToStaff } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import { Alone } from '../../platform/graphql/limits';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { Sessions } from '../commands/sessions';
import type { StaffSignedIn, StaffSignIn } from '../commands/staff-sign-in';
import type { StaffRepository } from '../persistence/staff.repository';
import { SessionCreateInput, sessionCreateSchema } from './session.inputs';
import { SessionEndPayload, toSessionEndPayload, toSessionType } from './session.type';
import { dropRefreshToken, keepRefreshToken, readRefreshToken } from './session-cookie';
import {
  StaffMemberType,
  StaffSessionCreatePayload,
  StaffSessionRefreshPayload,
  toStaffMemberType,
} from './staff-member.type';

@Resolver()
export class StaffSessionResolver {
  constructor(
    private readonly entrance: StaffSignIn,
    private readonly sessions: Sessions,
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
  ) {}

  @ForStaff()
  @Query(() => StaffMemberType, { description: 'The signed-in member of staff.' })
  async viewer(@Ctx() context: RequestContext): Promise<StaffMemberType> {
    const { viewer } = context;
    const member = viewer.kind === 'staff' ? await this.staff.byId(viewer.staffId) : undefined;
    if (!member) throw new AppError('UNAUTHENTICATED', 'Please sign in as staff first.');
    return toStaffMemberType(member);
  }

  @OpenToStaff()
  @Alone()
  @Mutation(() => StaffSessionCreatePayload, {
    description:
      'Answers without being signed in, like the two after it; everything else at /graphql/admin needs a staff session.',
  })
  staffSessionCreate(
    @Arg('input', () => SessionCreateInput, { description: 'Who signs in.' })
    input: SessionCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<StaffSessionCreatePayload> {
    const { clientAddress } = context;
    return answer(
      StaffSessionCreatePayload,
      sessionCreateSchema,
      input,
      (valid) =>
        this.entrance.signIn({ ...valid, clientAddress }, readRefreshToken(context, 'staff')),
      (payload, signedIn) => this.fill(payload, signedIn, context),
    );
  }

  @OpenToStaff()
  @Alone()
  @Mutation(() => StaffSessionRefreshPayload, {
    description: 'Continues the session of the refresh cookie with a new access token.',
  })
  async staffSessionRefresh(@Ctx() context: RequestContext): Promise<StaffSessionRefreshPayload> {
    const payload = new StaffSessionRefreshPayload();
    const signedIn = await this.entrance.refresh(readRefreshToken(context, 'staff'));
    if (signedIn) this.fill(payload, signedIn, context);
    else dropRefreshToken(context, 'staff');
    return payload;
  }

  @OpenToStaff()
  @Alone()
  @Mutation(() => SessionEndPayload, {
    description: 'Signs the member of staff out on this device.',
  })
  async staffSessionEnd(@Ctx() context: RequestContext): Promise<SessionEndPayload> {
    const { viewer } = context;
    const ended = await this.sessions.end('staff', {
      refreshToken: readRefreshToken(context, 'staff'),
      sessionId: viewer.kind === 'staff' ? viewer.sessionId : undefined,
    });
    dropRefreshToken(context, 'staff');
    return toSessionEndPayload(ended);
  }

  private fill(
    payload: StaffSessionCreatePayload | StaffSessionRefreshPayload,
    { member, session }: StaffSignedIn,
    context: RequestContext,
  ): void {
    keepRefreshToken(context, 'staff', session, this.clock.now());
    payload.session = toSessionType(session);
    payload.staffMember = toStaffMemberType(member);
  }
}

import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { StaffMemberRecord, StaffRepository } from '../persistence/staff.repository';
import type { CheckPassword, Credentials } from './check-password';
import type { IssuedSession, Sessions } from './sessions';

/** The session of a member of staff. */
export interface StaffSignedIn {
  readonly member: StaffMemberRecord;
  readonly session: IssuedSession;
}

/** Lets staff in, and keeps them in. */
export class StaffSignIn {
  constructor(
    private readonly staff: StaffRepository,
    private readonly sessions: Sessions,
    private readonly check: CheckPassword,
    private readonly transactions: TransactionRunner,
  ) {}

  async signIn(
    credentials: Credentials,
    replaces: string | undefined,
  ): Promise<Result<StaffSignedIn>> {
    const checked = await this.check.run('staff', credentials);
    if (!checked.ok) return checked;
    const member = await this.staff.byId(checked.value);
    if (!member) {
      return refused({ code: 'INVALID_CREDENTIALS', message: 'This account was just disabled.' });
    }
    return this.transactions.run(async (tx) => {
      const session = await this.sessions.open(tx, {
        kind: 'staff',
        accountId: member.id,
        clientAddress: credentials.clientAddress,
        replaces,
      });
      return accepted({ member, session });
    });
  }

  /** Continues a session; undefined when it is over or the account was disabled. */
  async refresh(refreshToken: string | undefined): Promise<StaffSignedIn | undefined> {
    const session = await this.sessions.refresh('staff', refreshToken);
    const member = session && (await this.staff.byId(session.accountId));
    return session && member && { member, session };
  }
}

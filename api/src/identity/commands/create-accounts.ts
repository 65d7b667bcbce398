import { z } from 'zod';

import type { CustomerRepository } from '../../customers';
import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { toRefusals } from '../../platform/graphql/payload';
import {
  emailRule,
  newPasswordRule,
  personNameRule,
} from '../../platform/security/credential-rules';
import type { PasswordHasher } from '../../platform/security/password-hasher';
import type { StaffRepository } from '../persistence/staff.repository';

const newCustomer = z.object({ email: emailRule, name: personNameRule, password: newPasswordRule });
const newStaffMember = newCustomer.extend({ role: z.string() });

export type NewCustomerInput = z.input<typeof newCustomer>;
export type NewStaffMemberInput = z.input<typeof newStaffMember>;

function emailTaken(email: string): ReturnType<typeof refused> {
  return refused({
    code: 'EMAIL_TAKEN',
    message: `${email} has an account already.`,
    path: ['email'],
  });
}

/** Makes accounts on behalf of whoever runs the shop. Each answers the account's id. */
export class CreateAccounts {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly staff: StaffRepository,
    private readonly hasher: PasswordHasher,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** Makes a customer's account. */
  async customer(input: NewCustomerInput): Promise<Result<string>> {
    const parsed = newCustomer.safeParse(input);
    if (!parsed.success) return refused(...toRefusals(parsed.error));
    const { email, name, password } = parsed.data;
    const passwordHash = await this.hasher.hash(password);
    return this.transactions.run(async (tx) => {
      const createdAt = this.clock.now();
      const id = await this.customers.add(tx, { email, name, passwordHash, createdAt });
      return id === undefined ? emailTaken(email) : accepted(id);
    });
  }

  /** Makes an account for a member of staff with a role that exists, such as `owner`. */
  async staffMember(input: NewStaffMemberInput): Promise<Result<string>> {
    const parsed = newStaffMember.safeParse(input);
    if (!parsed.success) return refused(...toRefusals(parsed.error));
    const { email, name, password, role } = parsed.data;
    const roleId = await this.staff.roleId(role);
    if (roleId === undefined) {
      return refused({
        code: 'INVALID_INPUT',
        message: `There is no role ${role}.`,
        path: ['role'],
      });
    }
    const passwordHash = await this.hasher.hash(password);
    return this.transactions.run(async (tx) => {
      const createdAt = this.clock.now();
      const id = await this.staff.add(tx, { email, name, passwordHash, roleId, createdAt });
      return id === undefined ? emailTaken(email) : accepted(id);
    });
  }

  /** The customer with this e-mail address, made if there is none; an existing one stays as it is. */
  async ensureCustomer(input: NewCustomerInput): Promise<Result<string>> {
    const existing = await this.customers.credentials(emailRule.parse(input.email));
    return existing ? accepted(existing.id) : this.customer(input);
  }

  /** The member of staff with this e-mail address, made if there is none; an existing one stays as it is. */
  async ensureStaffMember(input: NewStaffMemberInput): Promise<Result<string>> {
    const existing = await this.staff.idByEmail(emailRule.parse(input.email));
    return existing === undefined ? this.staffMember(input) : accepted(existing);
  }
}

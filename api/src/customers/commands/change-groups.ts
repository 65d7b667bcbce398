import { z } from 'zod';

import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { CustomerGroupRepository } from '../persistence/customer-group.repository';

const code = z.string().regex(/^[a-z0-9-]{1,40}$/, 'Use small letters, digits and hyphens.');

export const customerGroupSetInput = z.object({
  code,
  name: z.string().trim().min(1, 'Give a name.').max(100),
});
export const customerGroupAssignInput = z.object({
  emails: z.array(z.string().trim().toLowerCase()).min(1, 'Name at least one customer.').max(500),
  code: code.nullish().transform((group) => group ?? null),
});

/** Makes groups of customers and says who is in them. */
export class ChangeGroups {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly groups: CustomerGroupRepository,
  ) {}

  /** Makes or renames a group. */
  set({ code, name }: z.output<typeof customerGroupSetInput>): Promise<Result<null>> {
    return this.transactions.run(async (tx) => {
      await this.groups.put(tx, code, name);
      return accepted(null);
    });
  }

  /** Puts customers into a group, or into none; all of them or nobody. */
  assign({ emails, code }: z.output<typeof customerGroupAssignInput>): Promise<Result<null>> {
    return this.transactions.run(async (tx) => {
      if (code !== null && !(await this.groups.exists(tx, code))) {
        return refused(notFound('There is no such group.', 'code'));
      }
      const strangers = await this.groups.assign(tx, emails, code);
      if (strangers.length === 0) return accepted(null);
      return refused(
        ...strangers.map((email) =>
          notFound('Nobody has this address.', 'emails', String(emails.indexOf(email))),
        ),
      );
    });
  }
}

function notFound(message: string, ...path: string[]): Refusal {
  return { code: 'NOT_FOUND', message, path };
}

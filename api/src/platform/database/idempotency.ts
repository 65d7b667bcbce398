import { createHash } from 'node:crypto';

import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction } from './transaction';

/** Who used which key for what; a key means nothing outside its operation and owner. */
export interface IdempotencyClaim {
  readonly operation: string;
  /** Customer, staff, cart or address that sent the key: keys of strangers never meet. */
  readonly owner: string;
  readonly key: string;
  readonly input: unknown;
  /** What the command gives when it accepts, where that is known before: it need not be written afterwards. */
  readonly outcome?: string;
}

interface StoredOutcome {
  readonly request_hash: string;
  readonly outcome: string;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === 'bigint') return value.toString();
  if (value && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, entry]) => [name, canonical(entry)]),
    );
  }
  return value;
}

/**
 * Runs the command once per key. The claim is a row in the command's own transaction: a parallel call with
 * the same key waits for it on the unique index and then sees the stored outcome. A refused command rolls
 * its claim back, so a later retry may succeed. Outcomes are small references (ids), read afresh on replay.
 */
export async function once<T extends string>(
  tx: Transaction,
  claim: IdempotencyClaim,
  command: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const hash = createHash('sha256')
    .update(JSON.stringify(canonical(claim.input)))
    .digest('hex');
  const identity = [claim.operation, claim.owner, claim.key];
  const inserted: unknown[] = await tx.manager.query(
    `INSERT INTO idempotency_key (operation, owner, key, request_hash, outcome)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING key`,
    [...identity, hash, claim.outcome ?? null],
  );
  if (inserted.length === 0) {
    const rows: StoredOutcome[] = await tx.manager.query(
      `SELECT request_hash, outcome FROM idempotency_key
       WHERE operation = $1 AND owner = $2 AND key = $3`,
      identity,
    );
    const stored = rows[0];
    if (stored?.request_hash !== hash) {
      return refused({
        code: 'IDEMPOTENCY_KEY_REUSED',
        message: 'This idempotency key was already used with another input.',
        path: ['idempotencyKey'],
      });
    }
    return accepted(stored.outcome as T);
  }
  const result = await command();
  if (result.ok && result.value !== claim.outcome) {
    await tx.manager.query(
      `UPDATE idempotency_key SET outcome = $4 WHERE operation = $1 AND owner = $2 AND key = $3`,
      [...identity, result.value],
    );
  }
  return result;
}

import { createHash } from 'node:crypto';

import { Client, type QueryResult } from 'pg';

/** A statement is prepared once it was sent so often: one-offs are not worth a place. */
const USES_BEFORE_NAMING = 5;
/** Each connection keeps a plan for each of them, some ten to a hundred kilobytes. */
const MAX_NAMED = 250;
const MAX_CANDIDATES = 1_000;
/** A longer text is a bulk write, whose number of parameters will not come again. */
const MAX_TEXT_LENGTH = 8_000;

/**
 * Names for statements that are sent again and again. The table is bounded, and a name stays: connections hold what
 * they prepared under it.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  /** Uses of texts that have no name yet, least recently used first. */
  private readonly candidates = new Map<string, number>();
  private generation = 0;

  /** The name to prepare the statement under, or none while it is rare. */
  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined) return name;
    if (this.names.size >= MAX_NAMED || text.length > MAX_TEXT_LENGTH) return undefined;
    const uses = (this.candidates.get(text) ?? 0) + 1;
    this.candidates.delete(text);
    if (uses < USES_BEFORE_NAMING) {
      this.candidates.set(text, uses);
      this.dropOldestCandidate();
      return undefined;
    }
    const given = `s${this.generation}_${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
    this.names.set(text, given);
    return given;
  }

  /** Gives new names from now on, because what was prepared under the old ones no longer fits its tables. */
  renew(): void {
    this.generation += 1;
    this.names.clear();
  }

  private dropOldestCandidate(): void {
    if (this.candidates.size <= MAX_CANDIDATES) return;
    for (const oldest of this.candidates.keys()) {
      this.candidates.delete(oldest);
      return;
    }
  }
}

/** feature_not_supported, as in "cached plan must not change result type", and invalid_sql_statement_name. */
const STALE_PLAN_STATES = new Set(['0A000', '26000']);

function isStalePlan(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    STALE_PLAN_STATES.has(String(error.code))
  );
}

/** A client class for the pool that prepares frequent statements; nobody who sends them has to know. */
export function preparingClient(names: StatementNames): typeof Client {
  class PreparingClient extends Client {
    // The library's overloads say more than can be said of a function that passes its arguments on.
    override query(...sent: unknown[]): never {
      const [text, values, callback] = sent;
      const send = super.query.bind(this) as (...args: unknown[]) => unknown;
      const isPlain = typeof text === 'string' && Array.isArray(values) && values.length > 0;
      const name = isPlain && callback === undefined ? names.nameOf(text) : undefined;
      if (name === undefined) return send(...sent) as never;
      const result = send({ name, text, values }) as Promise<QueryResult>;
      return result.catch((error: unknown) => {
        if (isStalePlan(error)) names.renew();
        throw error;
      }) as never;
    }
  }
  return PreparingClient;
}

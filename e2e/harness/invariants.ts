import { readFileSync } from 'node:fs';

const sql = readFileSync(new URL('../invariants.sql', import.meta.url), 'utf8');

/** A rule of every shop, and what breaks it. */
export interface Breach {
  readonly rule: string;
  readonly breach: string;
}

/** What in a database breaks the rules that every shop keeps, whatever was killed on the way; empty in a sound one. */
export async function breaches(database: {
  query(text: string): Promise<{ readonly rows: unknown[] }>;
}): Promise<readonly Breach[]> {
  const { rows } = await database.query(sql);
  return rows as Breach[];
}

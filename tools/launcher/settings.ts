import { resolve } from 'node:path';

import { Refusal } from './refusal.ts';

/** What the environment asks the launcher to do. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  /** A PostgreSQL of one's own instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** A Redis of one's own instead of the in-process stand-ins. */
  readonly redisUrl: string | undefined;
  /** Whether demo data and demo logins are made. */
  readonly demo: boolean;
}

/** Reads the environment and refuses what cannot be meant. */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const port = Number(env['PORT'] || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a number from 1 to 65535, not "${env['PORT']}".`);
  }
  const databaseUrl = readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  return {
    port,
    host: env['HOST'] || 'localhost',
    publicUrl: readUrl(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    dataDir: resolve(root, env['DATA_DIR'] || '.data'),
    databaseUrl,
    redisUrl: readUrl(env, 'REDIS_URL', ['redis:', 'rediss:']),
    demo: env['DEMO'] ? env['DEMO'] === '1' : !databaseUrl,
  };
}

function readUrl(env: NodeJS.ProcessEnv, name: string, protocols: readonly string[]) {
  const value = env[name];
  if (!value) return undefined;
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new Refusal(`${name} must be an address that begins with ${protocols.join('// or ')}//.`);
  }
  return value.replace(/\/$/, '');
}

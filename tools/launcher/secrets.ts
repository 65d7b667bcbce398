import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { newPassword } from './postgres-server.ts';
import { Refusal } from './refusal.ts';

const minimumLength = 32;
const knownDefaults = /^(change[-_ ]?me|secret|default|development|example|test|password|jwt)/i;

/** Secrets that the embedded default makes for itself, once. */
export interface LocalSecrets {
  readonly jwtSecret: string;
  readonly postgresPassword: string;
}

/** Reads the secrets of a data folder, or makes them for a new one. */
export function localSecrets(dataDir: string): LocalSecrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return parse(file);
  if (existsSync(join(dataDir, 'postgres'))) {
    throw new Refusal(
      `${file} is missing, without it the database beside it cannot be opened; restore it from a backup, or remove ${dataDir} to begin with an empty shop.`,
    );
  }
  const secrets = {
    jwtSecret: randomBytes(48).toString('base64url'),
    postgresPassword: newPassword(),
  };
  writeFileSync(file, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function parse(file: string): LocalSecrets {
  try {
    const { jwtSecret, postgresPassword } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Partial<LocalSecrets>;
    if (jwtSecret && postgresPassword) return { jwtSecret, postgresPassword };
  } catch (error) {
    throw damaged(file, error);
  }
  throw damaged(file);
}

function damaged(file: string, cause?: unknown): Refusal {
  return new Refusal(
    `${file} is damaged; restore it from a backup, or remove its folder to begin with an empty shop.`,
    { cause },
  );
}

/** The secret that a shop with a database of its own must bring. */
export function requiredJwtSecret(env: NodeJS.ProcessEnv): string {
  const secret = env['JWT_SECRET'];
  if (!secret) {
    throw new Refusal(
      'With DATABASE_URL the secret JWT_SECRET must be set too; make one with `openssl rand -base64 48`.',
    );
  }
  if (secret.length < minimumLength || knownDefaults.test(secret)) {
    throw new Refusal(
      `JWT_SECRET is too short or a known default; make one with \`openssl rand -base64 48\`.`,
    );
  }
  return secret;
}

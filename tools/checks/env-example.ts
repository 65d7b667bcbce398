// Writes .env.example from the API's own settings; with --check, says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { ZodType } from 'zod';

import { envExample, missingFrom, type Setting } from './env-example-text.ts';

const root = join(import.meta.dirname, '..', '..');
const file = join(root, '.env.example');

/** The schema itself, read where it is defined and without building the API. */
async function settings(): Promise<readonly Setting[]> {
  const source = pathToFileURL(join(root, 'api/src/app/config.ts')).href;
  const { environment } = (await import(source)) as {
    readonly environment: { readonly shape: Record<string, ZodType> };
  };
  return Object.entries(environment.shape).map(([name, schema]) => toSetting(name, schema));
}

function toSetting(name: string, schema: ZodType): Setting {
  const withoutValue = schema.safeParse(undefined);
  return {
    name,
    description: schema.description ?? '',
    isMandatory: !withoutValue.success,
    defaultValue: withoutValue.data === false ? '0' : withoutValue.data,
  };
}

const known = await settings();
const text = envExample(known);
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else {
  const problems = missingFrom(text, readFileSync(join(root, 'docker-compose.yml'), 'utf8')).map(
    (name) => `docker-compose.yml reads ${name}, which .env.example does not explain.`,
  );
  if (readFileSync(file, 'utf8') !== text) {
    problems.push(
      '.env.example is not what api/src/app/config.ts reads; run `npm run env:example`.',
    );
  }
  for (const { name, description } of known) {
    if (!description) problems.push(`${name} in api/src/app/config.ts needs a .describe(…).`);
  }
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

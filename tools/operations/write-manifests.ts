// Writes what each app sends: a manifest that the API trusts, and the ids that the app sends instead of the texts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { OperationTypeNode } from 'graphql';

import { type Manifest, readManifest } from './documents.ts';

const root = join(import.meta.dirname, '..', '..');

/** The apps whose operations the API trusts. */
const apps = { storefront: 'public', 'admin-console': 'admin' } as const;

function idsModule({ operations }: Manifest): string {
  const entries = operations
    .filter(({ type }) => type !== OperationTypeNode.SUBSCRIPTION)
    .map(({ name, id }) => `  ${name}:\n    '${id}',\n`);
  return `/** Ids under which the API knows the operations of this build, by their names. */
export const operationIds: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
}

/** Writes only what changed, so that a development server does not build again for nothing. */
function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
}

for (const [app, contract] of Object.entries(apps)) {
  const manifest = await readManifest(root, app, contract);
  const { operations, version } = manifest;
  write(join(root, app, 'operations.generated.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const ids = join(root, app, 'src/app/shared/graphql/operation-ids.generated.ts');
  write(ids, idsModule(manifest));
  console.log(`${app}: ${operations.length} operations, version ${version}`);
}

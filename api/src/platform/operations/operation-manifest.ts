import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Logger } from 'pino';
import { z } from 'zod';

const manifestShape = z.object({
  app: z.string().min(1),
  contract: z.enum(['public', 'admin']),
  version: z.string(),
  operations: z.array(z.object({ id: z.string(), name: z.string(), body: z.string() })),
});

/** What one build of an app sends, as codegen wrote it. */
export type OperationManifest = z.output<typeof manifestShape>;

/** Under which hash a document is known: SHA-256 of its exact text, in hexadecimal. */
export function hashOfDocument(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Reads manifests; a file that is not there belongs to an app that was not built here. */
export async function readManifests(
  paths: readonly string[],
  log: Logger,
): Promise<OperationManifest[]> {
  const found = await Promise.all(paths.map((path) => readManifest(path, log)));
  return found.filter((manifest) => manifest !== undefined);
}

async function readManifest(path: string, log: Logger): Promise<OperationManifest | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    log.warn({ path, err: error }, 'no manifest of operations here');
    return undefined;
  }
  const manifest = manifestShape.parse(JSON.parse(text));
  const forged = manifest.operations.find(({ id, body }) => id !== hashOfDocument(body));
  if (forged) throw new Error(`The id of ${forged.name} in ${path} is not the hash of its text.`);
  return manifest;
}

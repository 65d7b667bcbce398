import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhatChanged } from './build.ts';
import { live } from './lifetime.ts';
import { Refusal } from './refusal.ts';
import { ensureSystemPrograms } from './system-packages.ts';
import { proofStage, runStage } from './test-stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The proofs of `npm test` at full size; what is set already is left as it is. */
const fullSize = {
  PROOF_SECONDS: '300',
  PROOF_ORDERS: '200',
  PROOF_ROUNDS: '50',
  PROOF_STEPS: 'all',
} as const;

await live(async (lifetime) => {
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-test-long-'));
  lifetime.onStop(() => rmSync(folder, { recursive: true, force: true }));
  const programs = await ensureSystemPrograms();
  await buildWhatChanged(root, join(folder, 'build.log'), ['api']);
  const stage = proofStage({ REDIS_SERVER: programs['redis-server'] });
  const env = { ...fullSize, ...process.env };
  const { counts } = await runStage(stage, { root, folder, env });
  lifetime.end(counts.failed > 0 ? new Refusal(`${counts.failed} proofs failed.`) : undefined);
});

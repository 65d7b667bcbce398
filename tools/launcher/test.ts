import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhatChanged, generateTypes } from './build.ts';
import { stopEverything } from './child-processes.ts';
import { Lifetime } from './lifetime.ts';
import { newPassword, startPostgres } from './postgres-server.ts';
import { say } from './progress.ts';
import { startRedis } from './redis-server.ts';
import { Refusal } from './refusal.ts';
import { ensureSystemPrograms, type SystemPrograms } from './system-packages.ts';
import { onePassed, sum } from './test-counts.ts';
import {
  checkStage,
  jestStage,
  nodeTestStage,
  playwrightStage,
  proofStage,
  runStage,
  scriptStage,
  type StageResult,
  type TestStage,
  type TestSurroundings,
} from './test-stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inCi = Boolean(process.env['CI']) && process.env['CI'] !== 'false';

async function runEverything(lifetime: Lifetime): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-test-'));
  lifetime.onStop(async () => {
    // Nothing may still write into the folder while it goes.
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  });
  const programs = await ensureSystemPrograms().catch((error: unknown) => error as Error);
  const env = {
    ...process.env,
    NX_DAEMON: 'false',
    ...(await startServers(folder, programs, lifetime)),
  };
  const results: StageResult[] = [];
  for (const stage of stagesFor(programs)) {
    results.push(await runStage(stage, { root, folder, env }));
  }
  return report(results);
}

async function startServers(
  folder: string,
  programs: SystemPrograms | Error,
  lifetime: Lifetime,
): Promise<NodeJS.ProcessEnv> {
  const postgres = await startPostgres({
    pgData: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    password: newPassword(),
    database: 'postgres',
    throwaway: true,
  });
  lifetime.onStop(() => postgres.stop());
  if (programs instanceof Error) return { TEST_DATABASE_URL: postgres.url };
  const redis = await startRedis(programs['redis-server'], join(folder, 'redis.log'));
  lifetime.onStop(() => redis.child.stop());
  return {
    TEST_DATABASE_URL: postgres.url,
    TEST_REDIS_URL: redis.url,
    REDIS_SERVER: programs['redis-server'],
  };
}

function stagesFor(programs: SystemPrograms | Error): TestStage[] {
  return [
    { title: 'build', run: build },
    checkStage,
    scriptStage('schema:check'),
    jestStage('api', 'api/jest.config.cjs'),
    jestStage('storefront', 'storefront/jest.config.mjs'),
    jestStage('admin-console', 'admin-console/jest.config.mjs'),
    nodeTestStage('tests of the tools', '{tools,bench}/**/*.spec.ts'),
    ...(programs instanceof Error
      ? [impossible(programs)]
      : [proofStage(programEnvironment(programs)), playwrightStage(programEnvironment(programs))]),
  ];
}

async function build({ folder }: TestSurroundings) {
  const logFile = join(folder, 'build.log');
  await generateTypes(root, logFile);
  await buildWhatChanged(root, logFile);
  return onePassed;
}

function impossible(reason: Error): TestStage {
  return {
    title: 'proofs, and tests in the browser and over HTTP',
    run: () => Promise.reject(reason),
  };
}

function programEnvironment(programs: SystemPrograms): NodeJS.ProcessEnv {
  return {
    CHROMIUM: programs.chromium,
    NGINX: programs.nginx,
    REDIS_SERVER: programs['redis-server'],
  };
}

function report(results: readonly StageResult[]): boolean {
  say('\nStages, the slowest first:');
  for (const { title, seconds, counts } of results.toSorted((a, b) => b.seconds - a.seconds)) {
    const mark = counts.failed > 0 ? 'failed' : 'ok';
    say(`  ${seconds.toFixed(1).padStart(6)} s  ${mark.padEnd(6)}  ${title}`);
  }
  const { passed, failed, skipped } = sum(results.map(({ counts }) => counts));
  if (skipped > 0) say(`${skipped} skipped${inCi ? ', which counts as failed in CI' : ''}`);
  const allFailed = failed + (inCi ? skipped : 0);
  say(`${passed} passed, ${allFailed} failed`);
  return allFailed === 0;
}

const lifetime = new Lifetime();
const outcome = await Promise.race([
  runEverything(lifetime).catch((error: unknown) => error),
  lifetime.ended.then((reason) => reason ?? new Refusal('Stopped before the end.')),
]);
await lifetime.stop();
if (outcome instanceof Error) {
  process.stderr.write(`${outcome instanceof Refusal ? outcome.message : outcome.stack}\n`);
  say('0 passed, 1 failed');
}
process.exit(outcome === true ? 0 : 1);

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type RunningChild, startChild, startNode, toolScript } from './child-processes.ts';
import { say } from './progress.ts';
import { Refusal } from './refusal.ts';
import {
  jestCounts,
  nodeTestCounts,
  oneFailed,
  onePassed,
  playwrightCounts,
  sum,
  type TestCounts,
} from './test-counts.ts';

/** What every stage of the test run may use. */
export interface TestSurroundings {
  readonly root: string;
  /** For reports and temporary data; gone after the run. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** One stage of `npm test`. */
export interface TestStage {
  readonly title: string;
  run(surroundings: TestSurroundings): Promise<TestCounts>;
}

/** What a stage came to. */
export interface StageResult {
  readonly title: string;
  readonly counts: TestCounts;
  readonly seconds: number;
}

/** Runs a stage; whatever goes wrong in it is a failure of the stage and not of the run. */
export async function runStage(
  stage: TestStage,
  surroundings: TestSurroundings,
): Promise<StageResult> {
  const began = performance.now();
  say(`\n── ${stage.title}`);
  let counts: TestCounts;
  try {
    counts = await stage.run(surroundings);
    if (counts.passed + counts.failed === 0) {
      say('No test ran.');
      counts = { ...counts, failed: 1 };
    }
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error));
    counts = oneFailed;
  }
  const seconds = (performance.now() - began) / 1000;
  say(
    `── ${stage.title}: ${counts.passed} passed, ${counts.failed} failed in ${seconds.toFixed(1)} s`,
  );
  return { title: stage.title, counts, seconds };
}

/** The static checks, side by side; each counts as a test. */
export const checkStage: TestStage = {
  title: 'static checks',
  run: async ({ root, folder, env }) => {
    const logFile = join(folder, 'check.log');
    const options = { name: 'check', logFile, env, cwd: root };
    const how = await startChild('npm', ['run', '--silent', 'check'], options).exited;
    const output = readFileSync(logFile, 'utf8');
    process.stdout.write(output);
    const counts = {
      passed: output.match(/^ok +\S/gm)?.length ?? 0,
      failed: output.match(/^failed +\S/gm)?.length ?? 0,
      skipped: 0,
    };
    return how === 'exit code 0' || counts.failed > 0 ? counts : sum([counts, oneFailed]);
  },
};

/** One npm script that is one test. */
export function scriptStage(script: string): TestStage {
  return {
    title: `npm run ${script}`,
    run: async ({ root, env }) => {
      const child = startChild('npm', ['run', '--silent', script], {
        name: script,
        env,
        cwd: root,
      });
      return (await child.exited) === 'exit code 0' ? onePassed : oneFailed;
    },
  };
}

/** The Jest tests of one project. */
export function jestStage(project: string, config: string): TestStage {
  return {
    title: `tests of ${project}`,
    run: ({ root, folder, env }) => {
      const report = join(folder, `${project}.json`);
      const args = ['--config', config, '--json', `--outputFile=${report}`];
      const child = startNode(toolScript(root, 'jest'), args, {
        name: project,
        env,
        cwd: root,
      });
      return counted(child, report, jestCounts);
    },
  };
}

interface NodeTestOptions {
  readonly args?: readonly string[];
  /** What the tests find in their environment; the folder is gone after the run. */
  readonly settings?: (folder: string) => NodeJS.ProcessEnv;
}

/** Tests that run under Node's own runner, perhaps with more options and settings than usual. */
export function nodeTestStage(
  title: string,
  pattern: string,
  { args = [], settings = () => ({}) }: NodeTestOptions = {},
): TestStage {
  return {
    title,
    run: ({ root, folder, env }) => {
      const report = join(folder, `${title.replaceAll(/\W+/g, '-')}.tap`);
      const reporters = [
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
      ];
      const child = startChild(process.execPath, ['--test', ...reporters, ...args, pattern], {
        name: title,
        env: { ...env, ...settings(folder) },
        cwd: root,
      });
      return counted(child, report, nodeTestCounts);
    },
  };
}

/** The proofs of what the gateway promises: against two API processes while things break, one after the other. */
export function proofStage(env: NodeJS.ProcessEnv): TestStage {
  return nodeTestStage('proofs of the gateway', 'e2e/proof/*.proof.ts', {
    args: ['--test-concurrency=1', '--test-force-exit'],
    settings: (folder) => ({ ...env, TMPDIR: folder }),
  });
}

/** The browser tests. */
export function playwrightStage(env: NodeJS.ProcessEnv): TestStage {
  return {
    title: 'tests in the browser and over HTTP',
    run: ({ root, folder, env: common }) => {
      const report = join(folder, 'e2e.json');
      const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
      const child = startNode(toolScript(root, 'playwright'), args, {
        name: 'e2e',
        // What these tests leave in the temporary folder goes with the run.
        env: { ...common, ...env, TMPDIR: folder, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
        cwd: root,
      });
      return counted(child, report, playwrightCounts);
    },
  };
}

async function counted(
  child: RunningChild,
  report: string,
  count: (report: string) => TestCounts,
): Promise<TestCounts> {
  const how = await child.exited;
  if (!existsSync(report)) throw new Refusal(`The tests ended with ${how} and wrote no report.`);
  const counts = count(report);
  // A runner can fail for reasons that no single test shows.
  return how === 'exit code 0' || counts.failed > 0 ? counts : sum([counts, oneFailed]);
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { runTool } from './child-processes.ts';
import { step } from './progress.ts';
import { Refusal } from './refusal.ts';

/** What a build writes, and the file that must exist when it is done. */
interface Build {
  readonly project: string;
  readonly title: string;
  readonly product: string;
  readonly inputs: readonly string[];
}

const everywhere = ['package-lock.json', 'tsconfig.base.json', 'codegen.yml', 'schema'];
const builds: readonly Build[] = [
  {
    project: 'api',
    title: 'Building the API',
    product: 'api/dist/src/main.js',
    inputs: ['api', ...everywhere],
  },
  {
    project: 'storefront',
    title: 'Building the storefront',
    product: 'storefront/dist/server/server.mjs',
    inputs: ['storefront', ...everywhere],
  },
  {
    project: 'admin-console',
    title: 'Building the console',
    product: 'admin-console/dist/browser/index.html',
    inputs: ['admin-console', ...everywhere],
  },
];

const notSource = new Set(['dist', 'node_modules', '.angular', 'coverage', '.git']);

/** Builds what changed since it was last built, of all projects or of those that are named. */
export async function buildWhatChanged(
  root: string,
  logFile: string,
  projects: readonly string[] = builds.map(({ project }) => project),
): Promise<void> {
  const stale = builds
    .filter(({ project }) => projects.includes(project))
    .map((build) => ({ build, hash: hashOf(root, build.inputs) }))
    .filter(({ build, hash }) => !isFresh(root, build, hash));
  if (stale.length === 0) return;
  await step('Generating types from the contracts', () => generateTypes(root, logFile));
  for (const { build, hash } of stale) {
    await step(build.title, () => run(root, ['nx', 'run', `${build.project}:build`], logFile));
    if (!existsSync(join(root, build.product))) {
      throw new Refusal(`${build.title} wrote no ${build.product}.`);
    }
    const stamp = stampOf(root, build.project);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  }
}

/** Writes the typed documents of both apps. */
export function generateTypes(root: string, logFile: string): Promise<void> {
  return run(root, ['graphql-codegen', '--config', 'codegen.yml'], logFile);
}

function run(root: string, command: readonly [string, ...string[]], logFile: string) {
  return runTool(root, command, {
    logFile,
    // Nx would leave a daemon behind.
    env: { ...process.env, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false', FORCE_COLOR: '0' },
  });
}

function isFresh(root: string, { project, product }: Build, hash: string): boolean {
  const stamp = stampOf(root, project);
  return (
    existsSync(join(root, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  );
}

function stampOf(root: string, project: string): string {
  return join(root, 'node_modules', '.cache', 'cartwright', `${project}.build`);
}

function hashOf(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesBelow(root, input)) {
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesBelow(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  return found.isDirectory() ? filesOfFolder(root, path) : [path];
}

function filesOfFolder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return notSource.has(entry.name) ? [] : filesOfFolder(root, path);
      // Tests do not change a build, and what codegen writes follows from the rest.
      return /\.(spec\.ts|generated\.(ts|json)|tsbuildinfo)$/.test(entry.name) ? [] : [path];
    });
}

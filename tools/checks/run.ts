// `npm run check` runs every static check, `npm run check:NAME` one of them. A failure does not stop the others.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { type Check, checksOf, type Command, isCodegenDue } from './checks.ts';

const root = join(import.meta.dirname, '..', '..');
const longestOutput = 12_000;

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

function run([program, ...args]: Command): Promise<Outcome> {
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) =>
      resolve({ passed: code === 0, output: Buffer.concat(chunks).toString().trim() }),
    );
  });
}

async function runCheck({ name, remedy, commands }: Check): Promise<boolean> {
  const began = performance.now();
  const failures: string[] = [];
  for (const command of commands) {
    const { passed, output } = await run(command);
    if (!passed) failures.push(output || command.join(' '));
  }
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  if (failures.length === 0) {
    console.log(`ok      ${name.padEnd(12)} ${seconds}`);
    return true;
  }
  const output = failures.join('\n');
  const shown =
    output.length > longestOutput
      ? `${output.slice(0, longestOutput)}\n… and ${output.length - longestOutput} characters more`
      : output;
  console.log(`\n${shown}\n\nfailed  ${name.padEnd(12)} ${seconds}   → ${remedy}\n`);
  return false;
}

async function runAll(checks: readonly Check[]): Promise<readonly boolean[]> {
  const waiting = [...checks];
  const results: boolean[] = [];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      results.push(await runCheck(check));
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
  return results;
}

const began = performance.now();
const wanted = process.argv.slice(2);
const all = checksOf(root);
const unknown = wanted.filter((name) => !all.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check ${unknown.join(', ')}; there is ${all.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

if (isCodegenDue(root)) {
  const { passed, output } = await run(['graphql-codegen', '--config', 'codegen.yml']);
  if (!passed) {
    console.error(`${output}\n\nfailed  codegen: the apps' types could not be generated`);
    process.exit(1);
  }
}
const results = await runAll(
  wanted.length > 0 ? all.filter(({ name }) => wanted.includes(name)) : all,
);
const failed = results.filter((passed) => !passed).length;
if (results.length > 1) {
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    failed > 0
      ? `${failed} of ${results.length} checks failed in ${seconds} s`
      : `${results.length} checks passed in ${seconds} s`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;

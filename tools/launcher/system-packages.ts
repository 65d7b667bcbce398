import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { step } from './progress.ts';
import { Refusal } from './refusal.ts';

/** Programs of the system that the browser tests need, each under the names it goes by. */
const needed = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  nginx: ['nginx'],
  'redis-server': ['redis-server'],
} as const;

type SystemPackage = keyof typeof needed;

/** Where the programs are. */
export type SystemPrograms = Readonly<Record<SystemPackage, string>>;

/** Finds the programs and installs those that are missing, where that is allowed. */
export async function ensureSystemPrograms(): Promise<SystemPrograms> {
  const missing = names().filter((name) => !findProgram(name));
  if (missing.length > 0) await install(missing);
  const still = names().filter((name) => !findProgram(name));
  if (still.length > 0) throw new Refusal(instruction(still));
  return Object.fromEntries(names().map((name) => [name, findProgram(name)])) as SystemPrograms;
}

function names(): SystemPackage[] {
  return Object.keys(needed) as SystemPackage[];
}

/** Where a program is, if it is installed. */
export function findProgram(name: SystemPackage): string | undefined {
  // Debian keeps servers in sbin, which is not on everyone's path.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return needed[name]
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find((file) => existsSync(file));
}

async function install(missing: readonly SystemPackage[]): Promise<void> {
  const asRoot = rootPrefix();
  if (!asRoot || !existsSync('/usr/bin/apt-get')) throw new Refusal(instruction(missing));
  await step(`Installing ${missing.join(', ')}`, async () => {
    const updated = await run([...asRoot, 'apt-get', 'update', '-q']);
    const installed = await run([
      ...asRoot,
      // Runlevel 1 keeps Debian from starting the servers it installs.
      ...['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'],
      ...['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing],
    ]);
    if (installed.code !== 0) {
      process.stdout.write(updated.output + installed.output);
      throw new Refusal(instruction(missing));
    }
  });
}

function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n'];
  } catch {
    return undefined;
  }
}

function run([file = '', ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function instruction(missing: readonly SystemPackage[]): string {
  return `The browser tests need ${missing.join(', ')}; install with \`sudo apt-get install ${missing.join(' ')}\` and run again.`;
}

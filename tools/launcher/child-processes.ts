import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Refusal } from './refusal.ts';

const exitWithParent = fileURLToPath(new URL('./exit-with-parent.mjs', import.meta.url));

/** A running child, its log and its end. */
export interface RunningChild {
  readonly name: string;
  readonly pid: number;
  /** Where its output goes; the empty string stands for the launcher's own. */
  readonly logFile: string;
  /** Settles when the process is gone, with how it went. */
  readonly exited: Promise<string>;
  hasExited(): boolean;
  /** Asks it to stop, and makes it stop when it does not. */
  stop(signals?: readonly StopSignal[]): Promise<void>;
}

/** A signal, and how long the child may take before the next one follows. */
export interface StopSignal {
  readonly signal: NodeJS.Signals;
  readonly waitMs: number;
}

export interface ChildOptions {
  readonly name: string;
  /** Where its output goes; without it, to the launcher's own. */
  readonly logFile?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

const politeThenHard: readonly StopSignal[] = [
  { signal: 'SIGTERM', waitMs: 4_000 },
  { signal: 'SIGKILL', waitMs: 1_000 },
];

const running = new Set<RunningChild>();
let admitsNew = true;

/** Stops whatever still runs and lets nothing new begin; the last act of a launcher. */
export async function stopEverything(): Promise<void> {
  admitsNew = false;
  await Promise.all([...running].map((child) => child.stop()));
}

/** Runs a tool of the repository to its end, quietly unless it fails. */
export async function runTool(
  root: string,
  [tool, ...args]: readonly [string, ...string[]],
  options: { readonly logFile: string; readonly env: NodeJS.ProcessEnv },
): Promise<void> {
  const child = startNode(toolScript(root, tool), args, { ...options, name: tool, cwd: root });
  const how = await child.exited;
  if (how === 'exit code 0') return;
  if (admitsNew) process.stdout.write(readFileSync(options.logFile, 'utf8'));
  throw new Refusal(`\`${tool} ${args.join(' ')}\` ended with ${how}; its output is above.`);
}

/** The script behind a tool of the repository: the real file, because Node preloads only into what it starts itself. */
export function toolScript(root: string, tool: string): string {
  return realpathSync(join(root, 'node_modules', '.bin', tool));
}

/** Starts a Node script that ends when this process does. */
export function startNode(
  script: string,
  args: readonly string[],
  options: ChildOptions & { readonly nodeArgs?: readonly string[] },
): RunningChild {
  const nodeArgs = ['--import', exitWithParent, ...(options.nodeArgs ?? [])];
  return startChild(process.execPath, [...nodeArgs, script, ...args], options);
}

/** Starts a program. */
export function startChild(
  file: string,
  args: readonly string[],
  options: ChildOptions,
): RunningChild {
  if (!admitsNew) {
    throw new Refusal(`${options.name} was not started, because everything is stopping.`);
  }
  const log = options.logFile ? openSync(options.logFile, 'w', 0o600) : undefined;
  const child = spawn(file, args, {
    cwd: options.cwd ?? process.cwd(),
    env: { ...options.env, LAUNCHER_PID: String(process.pid) },
    stdio: ['pipe', log ?? 'inherit', log ?? 'inherit'],
    // A group of its own: Ctrl-C in a terminal reaches the launcher alone, which then stops things in order.
    detached: true,
  });
  if (log !== undefined) closeSync(log);
  return follow(child, options);
}

function follow(child: ChildProcess, { name, logFile = '' }: ChildOptions): RunningChild {
  let gone = false;
  const exited = new Promise<string>((resolve) => {
    const settle = (how: string) => {
      gone = true;
      resolve(how);
    };
    child.on('error', (error) => settle(error.message));
    child.on('exit', (code, signal) => settle(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const followed: RunningChild = {
    name,
    pid: child.pid ?? -1,
    logFile,
    exited,
    hasExited: () => gone,
    stop: async (signals = politeThenHard) => {
      for (const { signal, waitMs } of signals) {
        if (gone) break;
        signalGroup(child, signal);
        await Promise.race([exited, pause(waitMs)]);
      }
    },
  };
  running.add(followed);
  void exited.then(() => running.delete(followed));
  return followed;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    // SIGKILL also takes what the child may have started; polite signals are the child's own to pass on.
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  } catch {
    // Gone between the check and the signal.
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** The line of a log that tells best what went wrong, for the sentence that reports a failure. */
export function tellingLine(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  const found =
    lines.findLast((line) => /fatal|panic/i.test(line)) ??
    lines.findLast((line) => /error/i.test(line)) ??
    lines.at(-1);
  return (found ?? '').trim();
}

/** What a child said last. */
export function lastLine(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1)?.trim() ?? '';
}

/** Where a child's log lies. */
export function logFileOf(dataDir: string, name: string): string {
  return join(dataDir, 'logs', `${name}.log`);
}

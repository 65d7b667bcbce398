import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import {
  type ChildOptions,
  logFileOf,
  type RunningChild,
  startNode,
  tellingLine,
} from './child-processes.ts';
import { freePort } from './free-port.ts';
import { Refusal } from './refusal.ts';

const readySeconds = 60;

/** Where a server of the shop runs. */
export interface Served {
  readonly child: RunningChild;
  readonly origin: URL;
}

/** What the processes of one shop have in common. */
export interface ShopOptions {
  readonly root: string;
  readonly dataDir: string;
  /** Environment of the API, its worker and its commands. */
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a command of the API's command line to its end. */
export async function runCommand(options: ShopOptions, command: string, ...args: string[]) {
  const child = startNode(script(options, 'api/dist/src/cli.js'), [command, ...args], {
    ...childOptions(options, command),
    name: `\`${command}\``,
  });
  const how = await child.exited;
  if (how !== 'exit code 0') throw failed(child, `ended with ${how}`);
}

/** Starts an API process and waits until it is ready to serve. */
export async function startApi(
  options: ShopOptions,
  { name = 'api', port: wanted }: { readonly name?: string; readonly port?: number } = {},
): Promise<Served> {
  const port = wanted ?? (await freePort());
  const child = startNode(script(options, 'api/dist/src/main.js'), [], {
    ...childOptions(options, name, { HOST: '127.0.0.1', PORT: String(port) }),
    name: 'The API',
  });
  const origin = new URL(`http://127.0.0.1:${port}`);
  await untilAnswers(child, new URL('/readyz', origin));
  return { child, origin };
}

/** Starts the worker: relay and timed jobs, as a process of its own. */
export function startWorker(options: ShopOptions): RunningChild {
  return startNode(script(options, 'api/dist/src/worker.js'), [], {
    ...childOptions(options, 'worker'),
    name: 'The worker',
  });
}

/** Starts the storefront's server and waits until it renders. */
export async function startStorefront(options: ShopOptions, apiUrl: URL): Promise<Served> {
  const port = await freePort();
  const env = { HOST: '127.0.0.1', PORT: String(port), API_URL: apiUrl.origin };
  const child = startNode(script(options, 'storefront/dist/server/server.mjs'), [], {
    ...childOptions(options, 'storefront', env),
    name: 'The storefront',
  });
  const origin = new URL(`http://127.0.0.1:${port}`);
  await untilAnswers(child, origin, { host: new URL(options.env['PUBLIC_URL'] ?? origin).host });
  return { child, origin };
}

function script({ root }: ShopOptions, path: string): string {
  return join(root, path);
}

function childOptions(
  { dataDir, env, root }: ShopOptions,
  log: string,
  more: NodeJS.ProcessEnv = {},
): Omit<ChildOptions, 'name'> {
  return { logFile: logFileOf(dataDir, log), env: { ...env, ...more }, cwd: root };
}

/** Waits until a server of ours answers, or tells why it never will. */
export async function untilAnswers(
  child: RunningChild,
  url: URL,
  { host = url.host, seconds = readySeconds, below = 500 } = {},
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  let last: string;
  while (!child.hasExited()) {
    try {
      const response = await fetch(url, {
        headers: { 'x-forwarded-host': host, 'x-forwarded-proto': 'http' },
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      });
      await response.arrayBuffer();
      if (response.status < below) return;
      last = `it answers ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    if (Date.now() > deadline) {
      await child.stop();
      throw failed(child, `was not ready within ${seconds} s, ${last}`);
    }
    await pause(100);
  }
  throw failed(child, `ended with ${await child.exited}`);
}

function failed(child: RunningChild, how: string): Refusal {
  if (!child.logFile) return new Refusal(`${child.name} ${how}; its output is above.`);
  const line = tellingLine(child.logFile);
  return new Refusal(
    `${child.name} ${how}${line ? `: ${messageOf(line)}` : ''} (see ${child.logFile}).`,
  );
}

/** The message of a log line, which is JSON where pino wrote it. */
function messageOf(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return err?.message ?? msg ?? line;
  } catch {
    return line;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { isRunning } from '../../tools/launcher/testing/is-running.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A run of `npm start`, as a person types it. */
export class LaunchedShop {
  stdout = '';
  private errors = '';
  private readonly child: ChildProcess;
  private readonly dataDir: string;
  private readonly exit: Promise<number | null>;

  constructor(env: Readonly<Record<string, string>> & { readonly DATA_DIR: string }) {
    this.dataDir = env.DATA_DIR;
    this.child = spawn('npm', ['start'], {
      cwd: root,
      env: { ...withoutShopSettings(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.exit = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** What the shop said on standard error, without what npm has to say about the machine. */
  get stderr(): string {
    return this.errors.replaceAll(/^npm warn .*\n/gm, '');
  }

  /** Waits for the line that says where the shop is. */
  async ready(): Promise<string> {
    for (;;) {
      const url = /^ready (http:\S+)$/m.exec(this.stdout)?.[1];
      if (url) return url;
      if (this.child.exitCode !== null) throw new Error(`npm start ended: ${this.stderr}`);
      await pause(50);
    }
  }

  /** Waits for the end and returns the exit code. */
  async ended(): Promise<number | null> {
    return this.exit;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The number of the launcher, the child of npm that everything hangs on. */
  get launcher(): number {
    return Number(readFileSync(join(this.dataDir, 'launcher.pid'), 'utf8'));
  }

  /** Every process that belongs to this shop and still runs. */
  get processes(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== process.pid && isRunning(pid) && this.owns(pid));
  }

  /** Ends what is left, so that a failed test leaves nothing behind. */
  async clear(): Promise<void> {
    for (const pid of this.processes) process.kill(pid, 'SIGKILL');
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
    await this.exit;
  }

  private owns(pid: number): boolean {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return environment.includes(this.dataDir) || command.includes(this.dataDir);
    } catch {
      // Ended between the listing and the look.
      return false;
    }
  }
}

/** The machine's environment without what steers a shop, or the npm that runs these tests. */
function withoutShopSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const steering =
    /^(npm_|PORT$|HOST$|DATA_DIR$|DATABASE_URL$|REDIS_URL$|JWT_SECRET$|PUBLIC_URL$|DEMO)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !steering.test(name)));
}

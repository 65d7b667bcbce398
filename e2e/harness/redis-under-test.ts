import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { Redis } from 'ioredis';

import { type RunningChild, startChild } from '../../tools/launcher/child-processes.ts';
import { freePort } from '../../tools/launcher/free-port.ts';

/** A Redis of a test's own that can be killed, frozen and brought back with old data. */
export class RedisUnderTest {
  readonly url: string;
  private readonly port: number;
  private readonly folder: string;
  private child: RunningChild | undefined;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.folder = folder;
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(folder: string): Promise<RedisUnderTest> {
    mkdirSync(folder, { recursive: true });
    const redis = new RedisUnderTest(await freePort(), folder);
    await redis.revive();
    return redis;
  }

  /** Starts it again on its port, with what the last snapshot saved. */
  async revive(): Promise<void> {
    const place = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    this.child = startChild(
      process.env['REDIS_SERVER'] ?? '/usr/bin/redis-server',
      [...place, '--save', '', '--appendonly', 'no'],
      {
        name: 'Redis',
        logFile: join(this.folder, 'redis.log'),
        env: { PATH: process.env['PATH'] },
      },
    );
    const answered = await Promise.race([this.call('PING'), this.child.exited]);
    if (answered !== 'PONG') throw new Error(`Redis did not start: ${String(answered)}.`);
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    await this.child?.stop([{ signal: 'SIGKILL', waitMs: 5_000 }]);
  }

  /** Stops it in its tracks: connections stay open and nothing is answered. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** Saves what it holds now; that is what it comes back with after a kill, however old it is then. */
  async snapshot(): Promise<void> {
    await this.call('SAVE');
  }

  /** Forgets the snapshot, so that it comes back empty. */
  forget(): void {
    rmSync(join(this.folder, 'dump.rdb'), { force: true });
  }

  /** Sends one command on a connection of its own. */
  async call(command: string, ...args: (string | number)[]): Promise<unknown> {
    const connection = new Redis(this.port, '127.0.0.1', {
      retryStrategy: () => 20,
      maxRetriesPerRequest: null,
    });
    // Not listening yet is expected just after the start.
    connection.on('error', () => undefined);
    try {
      return await connection.call(command, ...args);
    } finally {
      connection.disconnect();
    }
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.child && !this.child.hasExited()) process.kill(this.child.pid, signal);
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import { Redis } from 'ioredis';

import { eventually } from './eventually';

/** A loopback port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** One redis-server that a test may kill, freeze and bring back. */
export class RedisNode {
  private child: ChildProcess | undefined;
  private readonly killAtExit = (): void => {
    this.child?.kill('SIGKILL');
  };

  constructor(
    readonly port: number,
    private readonly args: readonly string[],
  ) {
    process.once('exit', this.killAtExit);
  }

  /** Starts it, with the data of the last `snapshot` if there is one. */
  async start(): Promise<void> {
    const program = process.env['REDIS_SERVER'] ?? 'redis-server';
    const child = spawn(program, this.args, { stdio: 'ignore' });
    this.child = child;
    let failure: string | undefined;
    child.once('error', (error) => (failure = error.message));
    child.once('exit', (code, signal) => (failure ??= `it ended with ${code ?? signal}`));
    await eventually(async () => {
      if (failure) throw new Error(`Redis did not start: ${failure}.`);
      return (await this.call('PING').catch(() => undefined)) === 'PONG';
    });
  }

  /** Ends it as a crash does: nothing is saved, connections break. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Stops it in its tracks: connections stay open and nothing is answered. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** Saves what it holds; with this it comes back after `kill` and `start`, however old it is then. */
  async snapshot(): Promise<void> {
    await this.call('SAVE');
  }

  /** Sends one command on a connection of its own. */
  async call(command: string, ...args: (string | number)[]): Promise<unknown> {
    const connection = new Redis(this.port, '127.0.0.1', {
      retryStrategy: () => null,
      connectTimeout: 1_000,
      lazyConnect: true,
    });
    // The command below fails with the same reason.
    connection.on('error', () => undefined);
    try {
      await connection.connect();
      return await connection.call(command, ...args);
    } finally {
      connection.disconnect();
    }
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    process.removeListener('exit', this.killAtExit);
    await this.kill();
  }
}

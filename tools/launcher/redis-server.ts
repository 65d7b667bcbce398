import { setTimeout as pause } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { type RunningChild, startChild } from './child-processes.ts';
import { freePort } from './free-port.ts';
import { Refusal } from './refusal.ts';

/** A real Redis on a free loopback port, that keeps nothing. */
export interface RedisServer {
  readonly url: string;
  readonly child: RunningChild;
}

/** Starts a Redis for tests. */
export async function startRedis(program: string, logFile: string): Promise<RedisServer> {
  const port = await freePort();
  const child = startChild(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { name: 'Redis', logFile, env: { PATH: process.env['PATH'] } },
  );
  const redis = new Redis(port, '127.0.0.1', {
    retryStrategy: () => 50,
    maxRetriesPerRequest: null,
  });
  // Not listening yet is expected; the time limit below decides.
  redis.on('error', () => undefined);
  const answered = await Promise.race([
    redis.ping(),
    child.exited,
    pause(10_000, 'silence', { ref: false }),
  ]);
  redis.disconnect();
  if (answered !== 'PONG') throw new Refusal(`Redis did not start (${answered}); see ${logFile}.`);
  return { url: `redis://127.0.0.1:${port}`, child };
}

import { pino } from 'pino';

import { type RedisTopology, startRedis } from '../../testing/redis-topology';
import { connectRedis, type RedisConnection } from '../redis/connect-redis';
import { createFailureLimiter, createSpendingLimiter } from './rate-limiter';

describe('createFailureLimiter', () => {
  const allowance = { name: 'test', failures: 2, perSeconds: 60 };

  it('blocks a key after its failures, and that key only (ASVS 6.3.1)', async () => {
    const limiter = createFailureLimiter(undefined, allowance);
    await limiter.countFailure('a');
    expect(await limiter.secondsBlocked('a')).toBeUndefined();

    await limiter.countFailure('a');

    expect(await limiter.secondsBlocked('a')).toBeGreaterThan(0);
    expect(await limiter.secondsBlocked('a')).toBeLessThanOrEqual(60);
    expect(await limiter.secondsBlocked('b')).toBeUndefined();
  });

  it('starts afresh for a key that was forgiven', async () => {
    const limiter = createFailureLimiter(undefined, allowance);
    await limiter.countFailure('a');
    await limiter.countFailure('a');

    await limiter.forgive('a');

    expect(await limiter.secondsBlocked('a')).toBeUndefined();
  });
});

describe('createSpendingLimiter', () => {
  const allowance = { name: 'test', points: 20, perSeconds: 60 };
  let redis: RedisTopology;
  let connection: RedisConnection;
  beforeAll(async () => {
    redis = await startRedis({ mode: 'single' });
    const url = `redis://127.0.0.1:${redis.nodes[0]?.port}`;
    connection = connectRedis(url, pino({ level: 'silent' }), 40);
    await new Promise((resolve) => connection.once('ready', resolve));
  });
  afterAll(async () => {
    connection.disconnect();
    await redis.stop();
  });

  it('counts for itself, and keeps nobody waiting, while Redis answers nothing', async () => {
    const limiter = createSpendingLimiter(connection, allowance);
    expect((await limiter.spend('a', 1)).remaining).toBe(19);
    redis.nodes[0]?.freeze();

    const began = performance.now();
    const left: number[] = [];
    for (let call = 0; call < 10; call += 1) left.push((await limiter.spend('a', 1)).remaining);
    const spentMs = performance.now() - began;
    redis.nodes[0]?.thaw();

    expect(left).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11, 10]);
    expect(spentMs).toBeLessThan(250);
  });
});

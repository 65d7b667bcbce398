import { Cluster, Redis } from 'ioredis';

import { eventually } from './eventually';
import { type RedisTopology, SENTINEL_NAME, startRedis } from './redis-topology';

describe('a Redis of a test’s own', () => {
  let redis: RedisTopology;
  afterEach(() => redis.stop());

  it('comes back after a kill with the data of its last snapshot, and nothing newer', async () => {
    redis = await startRedis({ mode: 'single' });
    const [node] = redis.nodes;
    await node?.call('SET', 'key', 'old');
    await node?.snapshot();
    await node?.call('SET', 'key', 'new');

    await node?.kill();
    await node?.start();

    expect(await node?.call('GET', 'key')).toBe('old');
  });

  it('answers nothing while frozen, and what it was asked then afterwards', async () => {
    redis = await startRedis({ mode: 'single' });
    const client = new Redis(redis.entries[0]?.port ?? 0, '127.0.0.1');
    await client.set('key', 'value');
    let answered = false;

    redis.nodes[0]?.freeze();
    const answer = client.get('key').finally(() => (answered = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    redis.nodes[0]?.thaw();

    expect(await answer).toBe('value');
    client.disconnect();
  });

  it('promotes the replica when the primary dies under a sentinel', async () => {
    redis = await startRedis({ mode: 'sentinel' });
    const client = new Redis({
      sentinels: [...redis.entries],
      name: SENTINEL_NAME,
      maxRetriesPerRequest: null,
    });
    client.on('error', () => undefined);
    await client.set('key', 'value');

    await redis.nodes[0]?.kill();

    await eventually(
      async () => (await client.set('key', 'later').catch(() => '')) === 'OK',
      15_000,
    );
    expect(await redis.nodes[1]?.call('GET', 'key')).toBe('later');
    client.disconnect();
  }, 30_000);

  it('spreads keys over three primaries as a cluster', async () => {
    redis = await startRedis({ mode: 'cluster' });
    const cluster = new Cluster([...redis.entries]);

    for (let index = 0; index < 60; index += 1) await cluster.set(`key-${index}`, index);

    const sizes = await Promise.all(redis.nodes.map((node) => node.call('DBSIZE')));
    expect(sizes.reduce((sum: number, size) => sum + Number(size), 0)).toBe(60);
    expect(Math.min(...sizes.map(Number))).toBeGreaterThan(0);
    cluster.disconnect();
  }, 30_000);
});

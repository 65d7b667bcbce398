import { pino } from 'pino';

import { eventually } from '../../testing';
import {
  type RedisMode,
  type RedisTopology,
  SENTINEL_NAME,
  startRedis,
} from '../../testing/redis-topology';
import { connectRedis, type RedisConnection } from '../redis/connect-redis';
import { patienceWith } from '../redis/patience';
import type { AnswerStore } from './answer-store';
import type { KeptAnswer } from './kept-answer';
import { createMemoryAnswerStore } from './memory-answer-store';
import { createRedisAnswerStore } from './redis-answer-store';

const log = pino({ level: 'silent' });

function urlOf({ mode, entries }: RedisTopology): string {
  const hosts = entries.map(({ host, port }) => `${host}:${port}`).join(',');
  if (mode === 'single') return `redis://${hosts}`;
  return mode === 'sentinel'
    ? `redis+sentinel://${hosts}/${SENTINEL_NAME}`
    : `redis+cluster://${hosts}`;
}

function anAnswer(text: string, maxAgeSeconds = 60): KeptAnswer {
  return {
    bytes: Buffer.from(text),
    etag: `"${text}"`,
    tags: { hard: ['product:1:content'], soft: ['collection:1:members'], staleSeconds: 30 },
    xmin: 4711,
    era: 'e',
    madeAt: Date.now(),
    maxAgeSeconds,
    operation: 'ProductList',
    variables: '{"first":24}',
  };
}

interface Opened {
  readonly store: AnswerStore;
  /** The same answers as another process sees them, where they are shared. */
  readonly other: AnswerStore;
  readonly topology?: RedisTopology;
  close(): Promise<void>;
}

function openMemory(): Promise<Opened> {
  const store = createMemoryAnswerStore();
  return Promise.resolve({ store, other: store, close: () => Promise.resolve() });
}

async function openRedis(mode: RedisMode): Promise<Opened> {
  const topology = await startRedis({ mode });
  const connections: RedisConnection[] = [];
  const open = async (): Promise<AnswerStore> => {
    const connection = connectRedis(urlOf(topology), log, 40);
    connections.push(connection);
    // What is proven here is not how fast a cluster that was just started answers.
    patienceWith(connection, 2_000);
    const store = createRedisAnswerStore(connection, 'test');
    await eventually(() => store.available);
    return store;
  };
  const [store, other] = [await open(), await open()];
  return {
    store,
    other,
    topology,
    close: async () => {
      for (const connection of connections) connection.disconnect();
      await topology.stop();
    },
  };
}

describe.each<[string, () => Promise<Opened>]>([
  ['in the memory of one process', openMemory],
  ['on one Redis', () => openRedis('single')],
  ['on a Redis behind a sentinel', () => openRedis('sentinel')],
  ['on a cluster of Redis', () => openRedis('cluster')],
])('the store of answers %s', (_name, open) => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await open();
  }, 30_000);
  afterAll(() => opened.close());

  it('gives back what was put, byte for byte, to every process', async () => {
    const answer = anAnswer('{"data":{"name":"Poster – größer ☂"}}');
    await opened.store.put('a', answer);

    expect(await opened.other.get('a')).toEqual(answer);
  });

  it('keeps many keys apart', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `key-${index}`);
    await Promise.all(keys.map((key) => opened.store.put(key, anAnswer(key))));
    const found = await Promise.all(keys.map((key) => opened.other.get(key)));

    expect(found.map((answer) => answer?.bytes.toString())).toEqual(keys);
  });

  it('has nothing under a key that was never put', async () => {
    expect(await opened.store.get('nothing')).toBeUndefined();
  });

  it('forgets what has passed its age', async () => {
    await opened.store.put('short', anAnswer('short', 1));

    await eventually(async () => (await opened.other.get('short')) === undefined);
  });

  it('gives the right to make an answer to one caller at a time', async () => {
    const unlock = await opened.store.lock('made', 10_000);
    expect(unlock).toBeInstanceOf(Function);
    expect(await opened.other.lock('made', 10_000)).toBe('busy');

    if (typeof unlock === 'function') await unlock();

    expect(await opened.other.lock('made', 10_000)).toBeInstanceOf(Function);
  });

  it('takes the right away from a caller who dies with it', async () => {
    await opened.store.lock('orphan', 50);

    await eventually(async () => (await opened.other.lock('orphan', 10_000)) !== 'busy');
  });

  it('does not let a late caller unlock what is somebody else’s by now', async () => {
    const late = await opened.store.lock('late', 50);
    await eventually(async () => (await opened.other.lock('late', 10_000)) !== 'busy');
    if (typeof late === 'function') await late();

    expect(await opened.store.lock('late', 10_000)).toBe('busy');
  });
});

describe('the store of answers on a Redis that fails', () => {
  let opened: Opened;

  beforeEach(async () => {
    opened = await openRedis('single');
  });
  afterEach(() => opened.close());

  it('does without it at once after a crash, and comes back with it', async () => {
    await opened.store.put('a', anAnswer('a'));
    const node = opened.topology?.nodes[0];
    await node?.kill();

    expect(await opened.store.get('a')).toBeUndefined();
    expect(await opened.store.lock('a', 1_000)).toBeUndefined();
    await opened.store.put('a', anAnswer('a'));

    await node?.start();
    await eventually(async () => {
      await opened.store.put('b', anAnswer('b'));
      return (await opened.store.get('b')) !== undefined;
    });
  });

  it('waits for a frozen one once, then not at all', async () => {
    const node = opened.topology?.nodes[0];
    node?.freeze();
    await opened.store.get('a');
    const again = opened.store.get('a');

    expect(opened.store.available).toBe(false);
    expect(await again).toBeUndefined();
    node?.thaw();
  });
});

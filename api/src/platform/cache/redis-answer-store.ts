import { randomUUID } from 'node:crypto';

import type { RedisConnection } from '../redis/connect-redis';
import { patienceWith } from '../redis/patience';
import type { AnswerStore } from './answer-store';
import { decodeAnswer, encodeAnswer } from './kept-answer';

/** Deletes the lock only while it is still ours: it may have run out and be somebody else's by now. */
const UNLOCK = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end`;

/**
 * Answers shared by all processes over Redis: one server, one behind sentinels, or a cluster (every command
 * touches one key). The connection must queue no command while it is cut off: a store that is slow is worse than
 * none.
 */
export function createRedisAnswerStore(redis: RedisConnection, release: string): AnswerStore {
  const patience = patienceWith(redis);
  const { attempt } = patience;
  const nameOf = (key: string): string => `cartwright:answer:${release}:{${key}}`;
  return {
    kind: 'redis',
    get available() {
      return patience.available;
    },
    get: async (key) => {
      const stored = await attempt(() => redis.getBuffer(nameOf(key)));
      return stored ? decodeAnswer(stored) : undefined;
    },
    put: async (key, answer) => {
      await attempt(() =>
        redis.set(nameOf(key), encodeAnswer(answer), 'EX', Math.ceil(answer.maxAgeSeconds)),
      );
    },
    lock: async (key, milliseconds) => {
      const name = `${nameOf(key)}:lock`;
      const token = randomUUID();
      const taken = await attempt(async () => {
        const reply = await redis.set(name, token, 'PX', milliseconds, 'NX');
        return reply === 'OK' ? 'taken' : 'busy';
      });
      if (taken !== 'taken') return taken;
      return async () => {
        await attempt(() => redis.eval(UNLOCK, 1, name, token));
      };
    },
  };
}

import { LRUCache } from 'lru-cache';

import type { AnswerStore } from './answer-store';
import type { KeptAnswer } from './kept-answer';

/** Bytes that one process keeps at most. */
const MEMORY_BYTES = 64 * 1024 * 1024;
/** What an entry costs beyond its bytes, roughly. */
const OVERHEAD_BYTES = 1_024;

/** The embedded default: answers of one process, shared with nobody. */
export function createMemoryAnswerStore(): AnswerStore {
  const answers = new LRUCache<string, KeptAnswer>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: (answer) => answer.bytes.length + OVERHEAD_BYTES,
  });
  const locks = new Map<string, NodeJS.Timeout>();
  return {
    kind: 'memory',
    available: true,
    get: (key) => {
      const answer = answers.get(key);
      const age = answer ? Date.now() - answer.madeAt : 0;
      return Promise.resolve(answer && age < answer.maxAgeSeconds * 1_000 ? answer : undefined);
    },
    put: (key, answer) => {
      answers.set(key, answer);
      return Promise.resolve();
    },
    lock: (key, milliseconds) => {
      if (locks.has(key)) return Promise.resolve('busy');
      const timer = setTimeout(() => locks.delete(key), milliseconds).unref();
      locks.set(key, timer);
      return Promise.resolve(() => {
        if (locks.get(key) === timer) locks.delete(key);
        clearTimeout(timer);
        return Promise.resolve();
      });
    },
  };
}

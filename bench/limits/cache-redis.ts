// The same with the bytes in Redis: one GET for each request.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { Redis } from 'ioredis';

import { cacheKey } from './cache-key.ts';
import { serveAnswers } from './serve-answers.ts';

const body = readFileSync(process.env['BODY_FILE'] ?? '');
const redis = new Redis(process.env['REDIS_URL'] ?? '', { enableAutoPipelining: true });

serveAnswers(async (asked) => {
  const key = `limit:${createHash('sha256').update(cacheKey(asked)).digest('base64url')}`;
  const found = await redis.getBuffer(key);
  if (found) return found;
  await redis.set(key, body);
  return body;
});

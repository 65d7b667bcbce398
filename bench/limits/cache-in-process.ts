// What a response cache could be at best: parse the request, look its key up in memory, hand out the bytes.
import { readFileSync } from 'node:fs';

import { cacheKey } from './cache-key.ts';
import { serveAnswers } from './serve-answers.ts';

const body = readFileSync(process.env['BODY_FILE'] ?? '');
const answers = new Map<string, Buffer>();

serveAnswers((asked) => {
  const key = cacheKey(asked);
  const found = answers.get(key);
  if (found) return found;
  answers.set(key, body);
  return body;
});

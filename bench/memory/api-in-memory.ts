// The API as it is built, except that what it reads of the catalogue lies in memory after the first time: what is left
// is HTTP, Apollo and the executor.
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Read = (this: unknown, ...args: unknown[]) => Promise<unknown>;
type Class = new (...args: never[]) => object;

const built = fileURLToPath(new URL('../../api/dist/src/', import.meta.url));
const require = createRequire(import.meta.url);

function keyOf(args: readonly unknown[]): string {
  return JSON.stringify(args, (_name, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}

/** Makes a method answer from memory whatever it was asked before. */
function remembering(read: Read): Read {
  const answers = new Map<string, Promise<unknown>>();
  return function (...args) {
    const key = keyOf(args);
    const known = answers.get(key);
    if (known) return known;
    const answer = read.apply(this, args);
    answers.set(key, answer);
    return answer;
  };
}

function isClass(value: unknown): value is Class {
  return typeof value === 'function' && value.prototype !== undefined;
}

require('reflect-metadata');
const files = globSync('{catalog,inventory,shop}/persistence/*read-model*.js', { cwd: built });
if (files.length === 0) throw new Error('The API has no read models where they used to be.');
for (const file of files) {
  for (const someClass of Object.values(require(built + file) as object).filter(isClass)) {
    const prototype = someClass.prototype as Record<string, Read>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const method = prototype[name];
      if (name !== 'constructor' && method) prototype[name] = remembering(method);
    }
  }
}
require(`${built}main.js`);

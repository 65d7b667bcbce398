// The API as it is built, except that what it reads of the catalogue lies in memory after the first time: what is left
// is HTTP, Apollo and the executor.
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Read = (this: unknown, ...args: unknown[]) => unknown;
type Class = new (...args: never[]) => object;

const built = fileURLToPath(new URL('../../api/dist/src/', import.meta.url));
const require = createRequire(import.meta.url);

/** Short, because making it is not what is measured: who asks for many ids asks for a page, and pages differ in their ends. */
function keyOf(args: readonly unknown[]): string | undefined {
  const ends = args.map((arg) =>
    Array.isArray(arg) && arg.length > 2 ? [arg.length, arg[0], arg.at(-1)] : arg,
  );
  try {
    return JSON.stringify(ends);
  } catch {
    // Not from outside: connections go from one method to another.
    return undefined;
  }
}

/** Makes a method answer from memory whatever it was asked before. */
function remembering(read: Read): Read {
  const answers = new Map<string, unknown>();
  return function (...args) {
    const key = keyOf(args);
    if (key === undefined) return read.apply(this, args);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = read.apply(this, args);
    if (answer instanceof Promise) answers.set(key, answer);
    return answer;
  };
}

function isClass(value: unknown): value is Class {
  return typeof value === 'function' && value.prototype !== undefined;
}

require('reflect-metadata');
const files = globSync('{catalog,inventory}/persistence/*.js', {
  cwd: built,
  // What writes stays as it is.
  exclude: (file) => /\.(entity|repository|writer)\.js$/.test(file),
});
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

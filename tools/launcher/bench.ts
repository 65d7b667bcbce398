import { fileURLToPath } from 'node:url';

import { readOptions } from '../../bench/options.ts';
import { runBench } from '../../bench/run-bench.ts';
import { live } from './lifetime.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

await live(async (lifetime) => {
  await runBench(root, readOptions(process.argv.slice(2)), lifetime);
  lifetime.end();
});

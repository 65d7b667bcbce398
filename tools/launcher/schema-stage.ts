import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startNode } from './child-processes.ts';
import { say } from './progress.ts';
import { Refusal } from './refusal.ts';
import { oneFailed, onePassed, sum } from './test-counts.ts';
import type { TestStage } from './test-stage.ts';

const contracts = ['public.graphql', 'admin.graphql'];

/** Holds the committed contracts to what the API really serves. */
export const schemaStage: TestStage = {
  title: 'schema drift',
  run: async ({ root, folder, env }) => {
    const cli = join(root, 'api/dist/src/cli.js');
    const child = startNode(cli, ['emit-schema', folder], { name: 'emit-schema', env, cwd: root });
    const how = await child.exited;
    if (how !== 'exit code 0') throw new Refusal(`The API could not print its schema (${how}).`);
    return sum(
      contracts.map((file) => {
        const isSame =
          readFileSync(join(folder, file), 'utf8') ===
          readFileSync(join(root, 'schema', file), 'utf8');
        if (!isSame) {
          say(
            `schema/${file} is not what the API serves; run \`node api/dist/src/cli.js emit-schema schema\`.`,
          );
        }
        return isSame ? onePassed : oneFailed;
      }),
    );
  },
};

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { generateTypes } from './build.ts';
import { logFileOf, type RunningChild, runTool, startNode, toolScript } from './child-processes.ts';
import { freePort } from './free-port.ts';
import { type Lifetime, live } from './lifetime.ts';
import { step } from './progress.ts';
import { readSettings } from './settings.ts';
import { type ShopOptions, untilAnswers } from './shop.ts';
import { announce, prepareDatabase, setUpShop } from './shop-setup.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const toolEnvironment = { ...process.env, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false' };

/** The shop for those who work on it: everything is rebuilt and reloaded when a file changes. */
async function develop(lifetime: Lifetime): Promise<void> {
  const settings = readSettings(process.env, root);
  const { door, shop } = await setUpShop(root, settings, lifetime);
  const buildLog = logFileOf(settings.dataDir, 'build');
  await step('Generating types from the contracts', () => generateTypes(root, buildLog));
  await step('Building the API', () =>
    runTool(root, ['tsc', '-p', 'api/tsconfig.json'], { logFile: buildLog, env: toolEnvironment }),
  );
  await prepareDatabase(settings, shop);

  keep(lifetime, watchTool('graphql-codegen', ['--config', 'codegen.yml', '--watch']));
  keep(lifetime, watchTool('tsc', ['-p', 'api/tsconfig.json', '--watch', '--preserveWatchOutput']));
  const api = await startApiWatched(shop, lifetime);
  const storefront = await serveApplication('storefront', { API_URL: api.origin }, lifetime);
  const adminConsole = await serveApplication('admin-console', {}, lifetime);
  door.open({ api, storefront, console: adminConsole, reloads: true });
  announce(settings);
}

function watchTool(tool: string, args: readonly string[]): RunningChild {
  return startNode(toolScript(root, tool), args, { name: tool, env: toolEnvironment, cwd: root });
}

async function startApiWatched(shop: ShopOptions, lifetime: Lifetime): Promise<URL> {
  const port = await freePort();
  const origin = new URL(`http://127.0.0.1:${port}`);
  const child = startNode(join(root, 'api/dist/src/main.js'), [], {
    name: 'The API',
    nodeArgs: ['--watch', '--watch-preserve-output'],
    env: {
      ...shop.env,
      NODE_ENV: 'development',
      DEVELOPMENT_STATS: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    cwd: root,
  });
  keep(lifetime, child);
  await untilAnswers(child, new URL('/readyz', origin));
  return origin;
}

/** An Angular development server, which reloads the page by itself. */
async function serveApplication(
  project: string,
  env: NodeJS.ProcessEnv,
  lifetime: Lifetime,
): Promise<URL> {
  const port = await freePort();
  const origin = new URL(`http://127.0.0.1:${port}`);
  const args = ['run', `${project}:serve`, `--port=${port}`, '--host=127.0.0.1'];
  const child = startNode(toolScript(root, 'nx'), args, {
    name: `The development server of the ${project}`,
    // The development server prefers PORT of the environment, which is the front door's, to its own option.
    env: { ...toolEnvironment, ...env, PORT: String(port) },
    cwd: root,
  });
  keep(lifetime, child);
  const path = project === 'admin-console' ? '/admin/' : '/';
  await untilAnswers(child, new URL(path, origin), {
    seconds: 180,
    // A page that fails is for the developer to see, not a reason to wait.
    below: 600,
  });
  return origin;
}

function keep(lifetime: Lifetime, child: RunningChild): void {
  lifetime.onStop(() => child.stop());
  lifetime.watch(child);
}

await live(develop);

// Runs with whatever Node (>= 20) the machine has and with nothing installed: plain JavaScript, no dependency.
// It makes node_modules match package-lock.json, then hands over to the TypeScript launcher under the pinned Node 24.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const commands = ['start', 'test', 'test-long', 'dev', 'import', 'bench'];

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether every package of the lock file is installed in exactly that version. */
function installationMatches() {
  const wanted = readJson('package-lock.json')?.packages;
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (!wanted) fail('package-lock.json is missing or damaged; restore it with `git checkout`.');
  if (!installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = installed[path];
    // Packages for another operating system or processor are absent by design.
    return found ? found.version === entry.version : Boolean(entry.optional);
  });
}

/** The pinned Node, also where install scripts were not allowed to put it into its usual place. */
function pinnedNode() {
  const version = readJson('node_modules/node/package.json')?.version;
  const platform = `node-${process.platform}-${process.arch}`;
  return [
    'node_modules/node/bin/node',
    `node_modules/node/node_modules/${platform}/bin/node`,
    `node_modules/${platform}/bin/node`,
  ]
    .map((path) => join(root, path))
    .find((path) => {
      if (!existsSync(path)) return false;
      try {
        return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() === `v${version}`;
      } catch {
        return false;
      }
    });
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [file, prefix] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(
    file,
    [...prefix, ...args, '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

async function install() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  process.stdout.write('installing packages (about a minute the first time)\n');
  const heartbeat = setInterval(
    () => process.stdout.write(`  still installing packages, ${seconds()} s\n`),
    10_000,
  );
  // An existing folder is brought up to date in place: faster, and nothing that runs from it breaks.
  const attempts = existsSync(join(root, 'node_modules'))
    ? [['install', '--no-save'], ['ci']]
    : [['ci'], ['ci']];
  let result;
  for (const attempt of attempts) {
    result = await npm(attempt);
    if (result.ok) break;
  }
  clearInterval(heartbeat);
  if (!result.ok) {
    process.stderr.write(`${result.output.trim()}\n`);
    fail('The packages could not be installed (see npm’s own message above).');
  }
  process.stdout.write(`packages installed in ${seconds()} s\n`);
}

function run(node, command, args) {
  const child = spawn(node, [join(root, 'tools', 'launcher', `${command}.ts`), ...args], {
    cwd: root,
    // The channel tells the launcher when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${dirname(node)}:${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  }
  child.on('error', (error) => fail(`Node 24 could not be started: ${error.message}.`));
  child.on('exit', (code) => process.exit(code ?? 1));
}

const [command = 'start', ...args] = process.argv.slice(2);
if (!commands.includes(command)) fail(`Unknown command "${command}"; use ${commands.join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node 20 or newer is needed; this is ${process.version}.`);
}
if (!installationMatches()) await install();
if (!pinnedNode()) await npm(['rebuild', 'node', '--ignore-scripts=false']);
const node = pinnedNode();
if (!node) fail('The pinned Node 24 is not installed; remove node_modules and try again.');
run(node, command, args);

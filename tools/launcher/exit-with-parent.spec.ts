import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

const preload = new URL('./exit-with-parent.mjs', import.meta.url).href;

test('a child asks itself to stop when its launcher is gone', async () => {
  const child = start(`
    process.on('SIGTERM', () => process.exit(7));
    setInterval(() => undefined, 1000);
    console.log('up');`);
  await once(child.stdout, 'data');
  child.stdin.destroy();

  assert.deepEqual(await once(child, 'exit'), [7, null]);
});

test('a child that is done ends although its launcher lives', async () => {
  const child = start(`console.log('done');`);

  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('what a child forks goes on without a standard input', async () => {
  const child = start(`
    const { fork } = require('node:child_process');
    const { writeFileSync } = require('node:fs');
    const script = require('node:path').join(require('node:os').tmpdir(), 'forked-' + process.pid + '.cjs');
    writeFileSync(script, 'setTimeout(() => process.exit(5), 200)');
    fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      .on('exit', (code, signal) => {
        require('node:fs').rmSync(script);
        process.exit(signal ? 1 : code);
      });`);

  assert.deepEqual(await once(child, 'exit'), [5, null]);
});

function start(code: string) {
  return spawn(process.execPath, ['--import', preload, '--eval', code], {
    env: { ...process.env, LAUNCHER_PID: String(process.pid) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

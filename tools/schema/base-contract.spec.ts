import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { baseContract } from './base-contract.ts';

describe('the contract to compare with', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'contract-'));
    git('init', '--quiet', '--initial-branch=main');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function git(...args: string[]): void {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'ignore' });
  }

  function commit(sdl: string): void {
    writeFileSync(join(root, 'public.graphql'), sdl);
    git('add', '.');
    git('commit', '--quiet', '--message', sdl);
  }

  it('is that of the commit before, on main', () => {
    commit('first');
    commit('second');

    assert.equal(baseContract(root, 'public.graphql')?.sdl, 'first');
  });

  it('is that of the branch point, on a branch', () => {
    commit('released');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    git('checkout', '--quiet', '-b', 'change');
    commit('step one');
    commit('step two');

    assert.equal(baseContract(root, 'public.graphql')?.sdl, 'released');
  });

  it('is that of the commit before when main has nothing of its own', () => {
    commit('first');
    commit('second');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');

    assert.equal(baseContract(root, 'public.graphql')?.sdl, 'first');
  });

  it('does not exist for a first commit, another file, or outside of a repository', () => {
    commit('first');
    assert.equal(baseContract(root, 'public.graphql'), undefined);

    commit('second');
    assert.equal(baseContract(root, 'other.graphql'), undefined);
    assert.equal(baseContract(tmpdir(), 'public.graphql'), undefined);
  });
});

import { execFileSync } from 'node:child_process';

/** The contract to compare with, and where it comes from. */
export interface BaseContract {
  readonly commit: string;
  readonly sdl: string;
}

/**
 * The committed contract that clients may rely on: that of the branch point from `origin/main`, and on main itself
 * that of the commit before. Undefined where there is none.
 */
export function baseContract(root: string, path: string): BaseContract | undefined {
  const head = git(root, 'rev-parse', 'HEAD');
  const branchPoint = git(root, 'merge-base', 'HEAD', 'origin/main');
  const commit =
    branchPoint && branchPoint !== head ? branchPoint : git(root, 'rev-parse', 'HEAD~1');
  const sdl = commit && git(root, 'show', `${commit}:${path}`);
  return commit && sdl ? { commit, sdl } : undefined;
}

function git(root: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // No repository, no such commit, or no such file in it: there is nothing to compare with.
    return undefined;
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { Refusal } from './refusal.ts';

/** Who PostgreSQL runs as, and the command that makes it so. */
export interface PostgresUser {
  /** Owner of the data folder; undefined where the launcher's own user runs the server. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** What to run in order to run `file` with `args` as that user. */
  command(file: string, args: readonly string[]): { file: string; args: string[] };
}

/** SIGINT is PostgreSQL's fast shutdown, so a server whose launcher was killed closes properly. */
const dieWithParent = ['--pdeathsig', 'INT'];

/**
 * PostgreSQL refuses to run as root, so root hands it to the system's `postgres` user, or to `nobody`.
 * A repository or data folder below a folder that only root may enter (/root, a CI workspace) would be out of that
 * user's reach: there the server keeps the one capability that lets it pass, and no other.
 */
export function postgresUser(paths: readonly string[]): PostgresUser {
  const setpriv = hasSetpriv();
  if (process.getuid?.() !== 0) {
    return {
      owner: undefined,
      command: (file, args) =>
        setpriv
          ? { file: 'setpriv', args: [...dieWithParent, file, ...args] }
          : { file, args: [...args] },
    };
  }
  if (!setpriv) {
    throw new Refusal(
      'PostgreSQL does not run as root and `setpriv` (package util-linux) is missing; install it or start as another user.',
    );
  }
  const owner = accountOf('postgres') ?? accountOf('nobody');
  if (!owner) {
    throw new Refusal(
      'PostgreSQL does not run as root; create a user named postgres and try again.',
    );
  }
  const pass = paths.every((path) => isReachable(path, owner))
    ? []
    : [
        // access(2), which PostgreSQL asks about its own files, heeds the capability only with this bit.
        '--securebits=+no_setuid_fixup',
        '--inh-caps=+dac_override',
        '--ambient-caps=+dac_override',
      ];
  return {
    owner,
    command: (file, args) => ({
      file: 'setpriv',
      args: [
        `--reuid=${owner.uid}`,
        `--regid=${owner.gid}`,
        '--clear-groups',
        ...pass,
        ...dieWithParent,
        file,
        ...args,
      ],
    }),
  };
}

function hasSetpriv(): boolean {
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function accountOf(name: string): { uid: number; gid: number } | undefined {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([account]) => account === name);
  return entry ? { uid: Number(entry[2]), gid: Number(entry[3]) } : undefined;
}

/** Whether the account may pass every folder above the path. */
function isReachable(path: string, account: { uid: number; gid: number }): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type RunningChild, startChild } from '../../tools/launcher/child-processes.ts';
import { freePort } from '../../tools/launcher/free-port.ts';
import { type NginxPlaces, renderNginxConf } from './nginx-conf.ts';

export interface NginxServer {
  readonly child: RunningChild;
  readonly port: number;
}

/** Starts the system's Nginx with the repository's nginx.conf. */
export async function startNginx(options: {
  readonly root: string;
  readonly folder: string;
  readonly places: Pick<NginxPlaces, 'apis' | 'storefront'>;
}): Promise<NginxServer> {
  const { root, folder, places } = options;
  const port = await freePort();
  const htmlFolder = join(folder, 'html');
  mkdirSync(htmlFolder);
  symlinkSync(join(root, 'admin-console/dist/browser'), join(htmlFolder, 'admin'));
  const deployed = readFileSync(join(root, 'nginx.conf'), 'utf8');
  const conf = join(folder, 'nginx.conf');
  writeFileSync(conf, renderNginxConf(deployed, { ...places, port, htmlFolder }));
  // What follows belongs to the process, not to the shop: who runs it, in the foreground, and where its number lies.
  const asRoot = process.getuid?.() === 0 ? 'user root; ' : '';
  const globals = `${asRoot}daemon off; pid ${join(folder, 'nginx.pid')};`;
  const logFile = join(folder, 'logs', 'nginx.log');
  const program = process.env['NGINX'] ?? '/usr/sbin/nginx';
  const child = startChild(program, ['-e', 'stderr', '-c', conf, '-g', globals], {
    name: 'Nginx',
    logFile,
    env: { PATH: process.env['PATH'] },
  });
  while (!(await accepts(port))) {
    if (child.hasExited()) throw new Error(`Nginx did not start: ${readFileSync(logFile, 'utf8')}`);
    await pause(50);
  }
  return { child, port };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

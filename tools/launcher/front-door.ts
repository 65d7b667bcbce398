import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { answer, forward, forwardUpgrade } from './proxy.ts';
import { Refusal } from './refusal.ts';
import { routeOf } from './routes.ts';
import { serveApplication } from './static-site.ts';

/** The servers behind the front door. */
export interface FrontDoorTargets {
  readonly api: URL;
  readonly storefront: URL;
  /** The console's built files, or its development server. */
  readonly console: string | URL;
  /** Whether the apps come from development servers, which speak WebSocket to reload the page. */
  readonly reloads?: boolean;
}

/** One address for the whole shop, with the routes of nginx.conf. */
export class FrontDoor {
  private targets: FrontDoorTargets | undefined;
  private readonly servers: Server[];
  private readonly tunnels = new Set<Duplex>();

  private constructor(servers: Server[]) {
    this.servers = servers;
    for (const server of servers) {
      server.on('request', (request, response) => this.serve(request, response));
      server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    }
  }

  /** Takes the port at once, so that a taken one is known before anything long begins. */
  static async listen(port: number, host: string): Promise<FrontDoor> {
    // "localhost" is two addresses, and browsers may pick either.
    const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
    const servers: Server[] = [];
    for (const one of hosts) {
      const server = await listenOn(port, one, { optional: servers.length > 0 });
      if (server) servers.push(server);
    }
    return new FrontDoor(servers);
  }

  /** Lets visitors in; before this they are told to wait. */
  open(targets: FrontDoorTargets): void {
    this.targets = targets;
  }

  /** Takes no new visitor; those inside may finish. */
  closeToNewcomers(): void {
    for (const server of this.servers) {
      server.close();
      server.closeIdleConnections();
    }
  }

  /** Ends every connection. */
  close(): void {
    this.closeToNewcomers();
    for (const server of this.servers) server.closeAllConnections();
    for (const tunnel of this.tunnels) tunnel.destroy();
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    if (!this.targets) {
      answer(response, 503, 'The shop is starting.', { 'Retry-After': '2' });
      return;
    }
    const { target } = routeOf(pathOf(request));
    if (target.kind === 'redirect') {
      answer(response, 301, `See ${target.to}`, { Location: target.to });
    } else if (target.kind !== 'console') {
      forward(request, response, this.targets[target.kind]);
    } else if (this.targets.console instanceof URL) {
      forward(request, response, this.targets.console);
    } else {
      const site = { folder: this.targets.console, base: '/admin/' };
      serveApplication(request, response, site).catch(() => response.destroy());
    }
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const origin = this.webSocketOrigin(request);
    if (!origin) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const upstream = forwardUpgrade(request, socket, head, origin);
    this.tunnels.add(socket).add(upstream);
    socket.on('close', () => {
      this.tunnels.delete(socket);
      this.tunnels.delete(upstream);
    });
  }

  private webSocketOrigin(request: IncomingMessage): URL | undefined {
    if (!this.targets) return undefined;
    const { target, webSocket } = routeOf(pathOf(request));
    if (target.kind === 'api') return webSocket ? this.targets.api : undefined;
    if (!this.targets.reloads || target.kind === 'redirect') return undefined;
    const origin = this.targets[target.kind];
    return origin instanceof URL ? origin : undefined;
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

async function listenOn(port: number, host: string, { optional }: { optional: boolean }) {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Refusal(`Port ${port} is taken; set PORT to another one.`, { cause: error });
    }
    // A machine without IPv6 has no ::1.
    if (optional) return undefined;
    throw new Refusal(`Port ${port} cannot be used on ${host} (${code}).`, { cause: error });
  }
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Remembered {
  readonly status: number;
  readonly body: string;
  readonly until: number;
}

/** A cache as it must not be: it repeats an answer for a while, whatever has changed since. */
export class ForgetfulProxy {
  private readonly server: Server;
  private readonly target: string;
  private readonly rememberMs: number;
  private readonly remembered = new Map<string, Remembered>();

  private constructor(target: string, rememberMs: number) {
    this.target = target;
    this.rememberMs = rememberMs;
    this.server = createServer((request, response) => {
      this.answer(request).then(
        ({ body, status }) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(body),
        () => response.writeHead(502).end(),
      );
    });
  }

  static async start(target: string, rememberMs: number): Promise<ForgetfulProxy> {
    const proxy = new ForgetfulProxy(target, rememberMs);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage): Promise<Remembered> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const key = `${request.method} ${request.url} ${body}`;
    const known = this.remembered.get(key);
    if (known && known.until > performance.now()) return known;
    const response = await fetch(`${this.target}${request.url}`, {
      method: request.method,
      headers: { 'content-type': 'application/json' },
      body: request.method === 'POST' ? body : undefined,
    });
    const until = performance.now() + this.rememberMs;
    const fresh = { status: response.status, body: await response.text(), until };
    this.remembered.set(key, fresh);
    return fresh;
  }
}

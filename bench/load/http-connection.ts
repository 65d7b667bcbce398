import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const timeoutMs = 15_000;
const endOfHead = Buffer.from('\r\n\r\n');

/** What a server answered. */
export interface HttpAnswer {
  readonly status: number;
  /** Status line and headers as they came. */
  readonly head: string;
  readonly body: Buffer;
}

/** A request that is written to the wire as it is. */
export type PreparedRequest = Buffer;

/** Makes the bytes of a request once, so that sending it costs nearly nothing. */
export function prepare(
  path: string,
  body?: string,
  headers: Readonly<Record<string, string>> = {},
): PreparedRequest {
  const lines = Object.entries({
    host: '127.0.0.1',
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`,
  );
}

/**
 * One keep-alive connection with one request at a time. It knows just enough HTTP to be far cheaper than the servers
 * it measures: a full client would itself be what limits the fast ones.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private chunks: Buffer[] = [];
  private received = 0;
  private head: { readonly text: string; readonly length: number } | undefined;
  private expected = Infinity;
  private waiting: PromiseWithResolvers<HttpAnswer> | undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no answer in ${timeoutMs} ms`)));
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  /** Connects to a port of this machine. */
  static async open(port: number): Promise<HttpConnection> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new HttpConnection(socket);
  }

  /** Sends a request and waits for the whole answer. */
  send(request: PreparedRequest): Promise<HttpAnswer> {
    if (this.socket.destroyed) return Promise.reject(new Error('the connection is closed'));
    this.waiting = Promise.withResolvers<HttpAnswer>();
    this.socket.write(request);
    return this.waiting.promise;
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    if (!this.head) this.readHead();
    if (this.head && this.received >= this.expected) this.finish(this.head);
  }

  private readHead(): void {
    const bytes = this.bytes();
    const end = bytes.indexOf(endOfHead);
    if (end < 0) return;
    const text = bytes.toString('latin1', 0, end);
    // These never have a body.
    const isEmpty = text.startsWith('304', 9) || text.startsWith('204', 9);
    const length = isEmpty ? '0' : /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
    if (length === undefined) {
      this.socket.destroy(new Error('the answer has no Content-Length'));
      return;
    }
    this.head = { text, length: end + endOfHead.length };
    this.expected = this.head.length + Number(length);
  }

  private finish({ text, length }: { readonly text: string; readonly length: number }): void {
    const body = this.bytes().subarray(length, this.expected);
    const { waiting } = this;
    this.chunks = [];
    this.received = 0;
    this.head = undefined;
    this.expected = Infinity;
    this.waiting = undefined;
    waiting?.resolve({ status: Number(text.slice(9, 12)), head: text, body });
  }

  private bytes(): Buffer {
    const [first] = this.chunks;
    return this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks);
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = undefined;
  }
}

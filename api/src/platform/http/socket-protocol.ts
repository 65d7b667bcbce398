import { CloseCode, makeServer, type ServerOptions } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';

/** Told to a reader that lets too much pile up. Clients answer it by connecting again with their last cursor. */
export const SLOW_READER = {
  code: 4008,
  reason: 'Reading too slowly: come back with your last cursor',
};

export interface SocketLimits {
  /** A peer that does not answer a ping by the next one is gone. */
  readonly heartbeatMs: number;
  /** How much may wait for one socket to be read. */
  readonly bufferedBytes: number;
}

export const socketLimits: SocketLimits = { heartbeatMs: 12_000, bufferedBytes: 1_000_000 };

/** Pings are spread over the heartbeat, so that ten thousand sockets are not pinged in one go. */
const SLICES = 12;

type Closed = (code?: number, reason?: string) => Promise<void>;

interface Peer {
  readonly socket: WebSocket;
  readonly slice: number;
  isAlive: boolean;
  /** Frees what the peer follows; done once, at the cut or at the end. */
  closed: Closed | undefined;
}

/**
 * Speaks graphql-transport-ws over `ws`. One timer serves all sockets. Each message waits until the one before
 * has left this process, so a slow reader slows its own subscriptions down and holds nothing in memory but the
 * bound; whoever lets more than that pile up, or reads nothing at all, is cut off.
 */
export class SocketProtocol<Extra extends object> {
  private readonly server: ReturnType<typeof makeServer<Record<string, unknown>, Extra>>;
  private readonly slices = Array.from({ length: SLICES }, () => new Set<Peer>());
  private readonly timer: NodeJS.Timeout;
  private turn = 0;
  private joined = 0;

  constructor(
    options: ServerOptions<Record<string, unknown>, Extra>,
    private readonly log: Logger,
    private readonly limits: SocketLimits = socketLimits,
  ) {
    this.server = makeServer(options);
    this.timer = setInterval(() => {
      this.turn = (this.turn + 1) % SLICES;
      this.beat(this.turn);
    }, limits.heartbeatMs / SLICES).unref();
  }

  /** Takes over a socket whose handshake is done. */
  serve(socket: WebSocket, extra: Extra): void {
    const peer: Peer = {
      socket,
      slice: (this.joined += 1) % SLICES,
      isAlive: true,
      closed: undefined,
    };
    this.slices[peer.slice]?.add(peer);
    const heard = (): void => {
      peer.isAlive = true;
      this.limit(peer);
    };
    socket.on('ping', heard).on('pong', heard);
    // `ws` closes the socket itself, with the code that says what was wrong.
    socket.on('error', (error) => this.log.debug({ err: error }, 'a socket failed'));
    socket.once('close', (code, reason) => this.free(peer, code, reason.toString()));
    peer.closed = this.server.opened(
      {
        protocol: socket.protocol,
        send: (data) => this.send(peer, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => {
          socket.on('message', (message: Buffer) => {
            heard();
            take(message.toString()).catch((error: unknown) => {
              this.log.error({ err: error }, 'unexpected error in a socket message');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          });
        },
      },
      extra,
    );
  }

  /** Stops pinging; the sockets are their server's to close. */
  close(): void {
    clearInterval(this.timer);
  }

  private beat(slice: number): void {
    for (const peer of this.slices[slice] ?? []) {
      const { socket, isAlive } = peer;
      if (socket.readyState !== socket.OPEN) continue;
      if (!isAlive && socket.bufferedAmount > 0) this.cutOff(peer);
      else if (!isAlive) socket.terminate();
      else socket.ping();
      peer.isAlive = false;
    }
  }

  private send(peer: Peer, data: string): Promise<void> {
    const { socket } = peer;
    return new Promise((resolve) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      // A message that could not be sent is followed by the end of the socket, which frees everything.
      socket.send(data, () => resolve());
      this.limit(peer);
    });
  }

  private limit(peer: Peer): void {
    if (peer.socket.bufferedAmount > this.limits.bufferedBytes) this.cutOff(peer);
  }

  /** Says why, as far as the peer still reads, and frees what it followed at once. */
  private cutOff(peer: Peer): void {
    if (peer.socket.readyState !== peer.socket.OPEN) return;
    peer.socket.close(SLOW_READER.code, SLOW_READER.reason);
    this.free(peer, SLOW_READER.code, SLOW_READER.reason);
  }

  private free(peer: Peer, code: number, reason: string): void {
    this.slices[peer.slice]?.delete(peer);
    const { closed } = peer;
    peer.closed = undefined;
    closed?.(code, reason).catch((error: unknown) => {
      this.log.error({ err: error }, 'a socket could not be freed');
    });
  }
}

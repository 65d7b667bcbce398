import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A cable between the browsers and the shop that a test can pull out. */
export class NetworkGate {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private target = 0;

  private constructor() {
    this.server = createServer((socket) => this.join(socket));
  }

  /** Opens the gate on a free loopback port. */
  static async open(): Promise<NetworkGate> {
    const gate = new NetworkGate();
    gate.server.listen(0, '127.0.0.1');
    await once(gate.server, 'listening');
    return gate;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Decides where the cable leads. */
  leadTo(port: number): void {
    this.target = port;
  }

  /** Ends every connection and lets no new one through. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  /** Puts the cable back. */
  restore(): void {
    this.isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(visitor: Socket): void {
    if (this.isCut) {
      visitor.destroy();
      return;
    }
    const shop = connect(this.target, '127.0.0.1');
    for (const socket of [visitor, shop]) {
      this.sockets.add(socket);
      socket.on('close', () => {
        this.sockets.delete(socket);
        visitor.destroy();
        shop.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    visitor.pipe(shop).pipe(visitor);
  }
}

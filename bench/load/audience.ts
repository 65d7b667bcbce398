import type { Follow, Followed } from './order-feed.ts';

/** Everybody who follows orders, and what has reached them. */
export class Audience {
  readonly delays: number[] = [];
  errors = 0;
  failure: string | undefined;
  private readonly port: number;
  private readonly follow: Follow;
  private readonly leave: (() => unknown)[] = [];
  private deliveries = 0;
  private isDismissed = false;
  private wake: () => void = () => undefined;

  constructor(port: number, follow: Follow) {
    this.port = port;
    this.follow = follow;
  }

  /** How many there are. */
  get size(): number {
    return this.leave.length;
  }

  /** Lets many more follow an order. */
  gather(order: Followed, count: number): void {
    const listener = {
      deliver: (occurredAt: string) => this.deliver(occurredAt),
      fail: (reason: unknown) => this.fail(reason),
    };
    for (let index = 0; index < count; index += 1) {
      this.leave.push(this.follow(this.port, order, listener));
    }
  }

  /** Waits until so many events have reached each. */
  async everybodyHas(events: number, limitMs: number): Promise<void> {
    const wanted = events * this.size;
    const timer = setTimeout(() => this.wake(), limitMs);
    const deadline = Date.now() + limitMs;
    while (this.deliveries < wanted && this.errors === 0 && Date.now() < deadline) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    clearTimeout(timer);
    if (this.failure !== undefined) throw new Error(this.failure);
    if (this.deliveries !== wanted) {
      throw new Error(`${this.deliveries} of ${wanted} deliveries came.`);
    }
  }

  /** Forgets how long deliveries took so far. */
  forget(): void {
    this.delays.length = 0;
  }

  async dismiss(): Promise<void> {
    this.isDismissed = true;
    for (const leave of this.leave) await leave();
  }

  private deliver(occurredAt: string): void {
    this.delays.push(Date.now() - Date.parse(occurredAt));
    this.deliveries += 1;
    if (this.deliveries % this.size === 0) this.wake();
  }

  private fail(reason: unknown): void {
    if (this.isDismissed) return;
    this.errors += 1;
    this.failure ??= reason instanceof Error ? reason.message : inWords(reason);
    this.wake();
  }
}

/** A socket that closes says why as an event, of which only these two tell anything. */
function inWords(reason: unknown): string {
  if (typeof reason !== 'object' || reason === null) return String(reason);
  const { code, reason: why } = reason as { readonly code?: number; readonly reason?: string };
  return code === undefined ? JSON.stringify(reason) : `the socket closed: ${code} ${why ?? ''}`;
}

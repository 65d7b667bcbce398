import type { ArrivedEvent, OpenLine } from './line.ts';
import type { Random } from './random.ts';

/** An order, and the position from which somebody follows it. */
export interface FollowedOrder {
  readonly id: string;
  readonly trackingToken: string;
  readonly after: string;
  /** The number of the event at that position. */
  readonly sequence: number;
}

const longestPauseMs = 300;

/** A client that follows one order, comes back with the last cursor whenever its line is gone, and counts. */
export class Subscriber {
  readonly order: FollowedOrder;
  readonly seen: ArrivedEvent[] = [];
  /** What should not have happened: an event twice, out of order, or one left out. */
  readonly complaints: string[] = [];
  reconnects = 0;
  private readonly open: OpenLine;
  private readonly origins: readonly string[];
  private readonly address: string;
  private readonly random: Random;
  private cutLine: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(parts: {
    readonly order: FollowedOrder;
    readonly open: OpenLine;
    readonly origins: readonly string[];
    readonly address: string;
    readonly random: Random;
  }) {
    this.order = parts.order;
    this.open = parts.open;
    this.origins = parts.origins;
    this.address = parts.address;
    this.random = parts.random;
  }

  /** The number of the last event that it has. */
  get last(): number {
    return this.seen.at(-1)?.sequence ?? this.order.sequence;
  }

  /** Connects to any of the processes. */
  connect(): void {
    if (this.stopped) return;
    const { trackingToken } = this.order;
    const after = this.seen.at(-1)?.cursor ?? this.order.after;
    const origin = this.random.pick(this.origins);
    this.cutLine = this.open(origin, { trackingToken, after }, this.address, {
      onEvent: (event) => this.take(event),
      onEnd: () => this.comeBack(),
    });
  }

  /** Loses its line, as when a train enters a tunnel. */
  cut(): void {
    this.cutLine?.();
  }

  /** Leaves for good. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.cutLine?.();
  }

  private take(event: ArrivedEvent): void {
    if (event.sequence !== this.last + 1) {
      this.complaints.push(`${event.type} is number ${event.sequence} after ${this.last}`);
    }
    this.seen.push(event);
  }

  private comeBack(): void {
    if (this.stopped) return;
    this.reconnects += 1;
    this.timer = setTimeout(() => this.connect(), this.random.below(longestPauseMs));
  }
}

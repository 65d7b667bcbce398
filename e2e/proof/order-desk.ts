import { randomUUID } from 'node:crypto';

import type { StaffClient, Transition } from '../harness/staff-client.ts';
import type { GatewayUnderTest, Which } from './gateway-under-test.ts';
import type { Random } from './random.ts';

/** Something that goes wrong once a part of the work is done. */
export interface Interruption {
  /** Which part: 0 at the start, 1 at the end. */
  readonly after: number;
  cause(): Promise<void>;
}

interface Task {
  readonly orderId: string;
  readonly steps: Transition[];
}

const steps: readonly Transition[] = ['CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER'];
const clerks = 4;
const attempts = 20;

/** Staff who move orders to their end, in random order, while things break. */
export class OrderDesk {
  /** Changes that were acknowledged. */
  done = 0;
  private readonly gateway: GatewayUnderTest;
  private readonly staff: readonly [StaffClient, StaffClient];
  private readonly tasks: Task[];
  private readonly total: number;
  private readonly random: Random;

  constructor(
    gateway: GatewayUnderTest,
    staff: readonly [StaffClient, StaffClient],
    orders: readonly { readonly id: string }[],
    random: Random,
  ) {
    this.gateway = gateway;
    this.staff = staff;
    this.tasks = orders.map(({ id }) => ({ orderId: id, steps: [...steps] }));
    this.total = orders.length * steps.length;
    this.random = random;
  }

  /** Does all there is to do; resolves when the interruptions are over as well. */
  async workOff(interruptions: readonly Interruption[]): Promise<void> {
    const waiting = [...interruptions];
    const running: Promise<void>[] = [];
    const clerk = async (): Promise<void> => {
      for (;;) {
        // An order is at one clerk at a time, so its steps stay in order.
        const [task] = this.tasks.splice(this.random.below(this.tasks.length), 1);
        const step = task?.steps.shift();
        if (!task || !step) return;
        await this.do(task.orderId, step);
        if (task.steps.length > 0) this.tasks.push(task);
        while (waiting[0] && this.done >= waiting[0].after * this.total) {
          const next = waiting.shift();
          if (next) running.push(next.cause());
        }
      }
    };
    await Promise.all(Array.from({ length: clerks }, clerk));
    await Promise.all(running);
  }

  /** One step, sent again under the same key, to either process, until it is acknowledged. */
  private async do(orderId: string, step: Transition): Promise<void> {
    const key = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      const wanted: Which = this.random.chance(0.5) ? 0 : 1;
      const which = this.gateway.isRunning(wanted) ? wanted : wanted === 0 ? 1 : 0;
      try {
        await this.staff[which].transition(orderId, step, key);
        this.done += 1;
        return;
      } catch (error) {
        if (attempt === attempts) throw error;
      }
    }
  }
}

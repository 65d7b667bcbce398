import { setTimeout as pause } from 'node:timers/promises';

import type { GatewayUnderTest, Which } from './gateway-under-test.ts';
import type { Random } from './random.ts';
import type { Trouble } from './trouble.ts';

const both: readonly Which[] = [0, 1];
/** How long an API process may take to be itself again after it lost its database connections. */
const recoveryMs = 1_000;

/** What goes wrong while a shop runs, one thing after the other. */
export class Faults {
  /** What happened how often. */
  readonly done = new Map<string, number>();
  private readonly gateway: GatewayUnderTest;
  private readonly trouble: Trouble;
  private readonly kinds: Readonly<Record<string, (random: Random) => Promise<void>>>;

  constructor(gateway: GatewayUnderTest, trouble: Trouble) {
    this.gateway = gateway;
    this.trouble = trouble;
    this.kinds = {
      'Redis frozen': (random) => this.freezeRedis(random),
      'Redis back with old data': (random) => this.returnRedis(random, 'old'),
      'Redis back empty': (random) => this.returnRedis(random, 'empty'),
      'API process killed': (random) => this.killProcess(random),
      'change feeds cut': () => this.cutConnections('cartwright change feed'),
      'database connections cut': () => this.cutConnections('cartwright'),
    };
  }

  /** Lets everything happen once, in random order with calm in between, again and again until told to stop. */
  async cause(random: Random, calmMs: number, stop: AbortSignal): Promise<void> {
    for (;;) {
      const left = Object.keys(this.kinds);
      await this.gateway.redis.snapshot();
      while (left.length > 0) {
        await pause(calmMs, undefined, { signal: stop }).catch(() => undefined);
        if (stop.aborted) return;
        const [name] = left.splice(random.below(left.length), 1);
        if (name === undefined) break;
        await this.kinds[name]?.(random);
        this.done.set(name, (this.done.get(name) ?? 0) + 1);
      }
    }
  }

  /** Redis keeps its connections and answers nothing. */
  private async freezeRedis(random: Random): Promise<void> {
    this.gateway.redis.freeze();
    await pause(500 + random.below(1_500));
    this.gateway.redis.thaw();
  }

  /** Redis dies and comes back with what it held at the last snapshot, or with nothing. */
  private async returnRedis(random: Random, withWhat: 'old' | 'empty'): Promise<void> {
    const { redis } = this.gateway;
    await redis.kill();
    await pause(random.below(800));
    if (withWhat === 'empty') redis.forget();
    await redis.revive();
    await redis.snapshot();
  }

  /** An API process dies in the middle of whatever it does, and comes back. */
  private async killProcess(random: Random): Promise<void> {
    const which = random.pick(both);
    const over = this.trouble.begin(which);
    await this.gateway.kill(which);
    await pause(random.below(500));
    await this.gateway.revive(which);
    over();
  }

  /** PostgreSQL ends connections of the API processes. */
  private async cutConnections(applicationName: string): Promise<void> {
    const over = both.map((which) => this.trouble.begin(which));
    await this.gateway.database.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
      [applicationName],
    );
    await pause(recoveryMs);
    for (const end of over) end();
  }
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { logFileOf } from '../tools/launcher/child-processes.ts';
import type { Lifetime } from '../tools/launcher/lifetime.ts';
import { startRedis } from '../tools/launcher/redis-server.ts';
import { Refusal } from '../tools/launcher/refusal.ts';
import type { ShopOptions } from '../tools/launcher/shop.ts';
import { findProgram } from '../tools/launcher/system-packages.ts';
import { lazily } from './lazily.ts';
import { cores, pin } from './pinning.ts';
import { Shelf } from './scenarios/buying.ts';
import { listAnswer, readVariationIds } from './scenarios/reading.ts';
import type { Server, Servers } from './scenarios/scenario.ts';
import { createStaff, type MeasuredServer, startMeasuredApi, startSmallServer } from './servers.ts';

/** Everything that scenarios run against; each part starts when it is first asked for. */
export class Stage {
  /** One API process that computes every answer. */
  readonly uncached: Servers;
  /** Two of them. */
  readonly uncachedPair: Servers;
  /** One API process as it starts without settings: with its response cache, without Redis. */
  readonly cached: Servers;
  /** One of several API processes, which share a Redis. */
  readonly shared: Servers;
  /** Two of them. */
  readonly sharedPair: Servers;
  /** One API process whose list lies in memory. */
  readonly inMemory: Servers;
  /** The API's own answer to the list. */
  readonly listAnswer: () => Promise<string>;
  readonly staff: () => ReturnType<typeof createStaff>;
  readonly shelf: () => Promise<Shelf>;
  private readonly shop: ShopOptions;
  private readonly lifetime: Lifetime;
  private readonly redisUrl: () => Promise<string>;
  private readonly bodyFile: () => Promise<string>;

  constructor(shop: ShopOptions, lifetime: Lifetime) {
    this.shop = shop;
    this.lifetime = lifetime;
    this.redisUrl = lazily(() => this.startRedis());
    const uncached = { RESPONSE_CACHE: 'off' };
    const plain = lazily(() => this.api('uncached', uncached));
    const second = lazily(() => this.api('uncached-second', uncached, cores.second));
    this.uncached = async () => [await plain()];
    this.uncachedPair = async () => [await plain(), await second()];
    const cached = lazily(() => this.api('cached', {}));
    this.cached = async () => [await cached()];
    const shared = lazily(() => this.sharedApi('shared', cores.measured));
    const sharedSecond = lazily(() => this.sharedApi('shared-second', cores.second));
    this.shared = async () => [await shared()];
    this.sharedPair = async () => [await shared(), await sharedSecond()];
    const inMemory = lazily(() => this.small(['memory/api-in-memory'], uncached));
    this.inMemory = async () => [await inMemory()];
    this.staff = lazily(() => createStaff(shop));
    this.listAnswer = lazily(async () => listAnswer((await plain()).port));
    this.shelf = lazily(async () => new Shelf(await readVariationIds((await plain()).port)));
    this.bodyFile = lazily(async () => {
      const file = join(shop.dataDir, 'answer.json');
      writeFileSync(file, await this.listAnswer());
      return file;
    });
  }

  /** A server of the limits, which hands out the list. */
  limit(...command: readonly [string, ...string[]]): Servers {
    const start = lazily(async () => {
      const [script, ...args] = command;
      const redis = script === 'cache-redis' ? { REDIS_URL: await this.redisUrl() } : {};
      const settings = { BODY_FILE: await this.bodyFile(), ...redis };
      return this.small([`limits/${script}`, ...args], settings);
    });
    return async () => [await start()];
  }

  /** An API process that nobody has used yet, and how to end it. */
  async freshApi(): Promise<Server & { stop(): Promise<void> }> {
    const { child, pid, port } = await startMeasuredApi(this.shop, 'fresh', {});
    return { pid, port, stop: () => child.stop() };
  }

  private async sharedApi(name: string, core: number): Promise<MeasuredServer> {
    return this.api(name, { REDIS_URL: await this.redisUrl(), API_PROCESSES: '2' }, core);
  }

  private async api(name: string, settings: NodeJS.ProcessEnv, core?: number) {
    return this.kept(await startMeasuredApi(this.shop, name, settings, core));
  }

  private async small(command: readonly [string, ...string[]], settings: NodeJS.ProcessEnv) {
    return this.kept(await startSmallServer(this.shop, command, settings));
  }

  private kept(server: MeasuredServer): MeasuredServer {
    this.lifetime.onStop(() => server.child.stop());
    return server;
  }

  private async startRedis(): Promise<string> {
    const program = findProgram('redis-server');
    if (!program) throw new Refusal('There is no redis-server on this machine.');
    const { url, child } = await startRedis(program, logFileOf(this.shop.dataDir, 'redis'));
    this.lifetime.onStop(() => child.stop());
    pin(child.pid, cores.stores);
    return url;
  }
}

import { EventEmitter } from 'node:events';

import { RedisPubSub } from 'graphql-redis-subscriptions';
import { PubSub, type PubSubEngine } from 'graphql-subscriptions';
import type { Logger } from 'pino';

import { newId } from '../../kernel/ids';
import type { RedisConnection } from '../redis/connect-redis';
import type { LoggedEvent } from './event-log';

/** What a listener gets: an event, or `missed` when some may have been lost and the log must be asked. */
export type BusMessage = LoggedEvent | 'missed';

/** Carries committed events to listeners in every process. May lose some: the log is the truth. */
export interface EventBus {
  publish(event: LoggedEvent): Promise<void>;
  /** Resolves once nothing published from now on is missed; the returned function stops listening. */
  listen(channel: string, onMessage: (message: BusMessage) => void): Promise<() => void>;
  close(): Promise<void>;
}

/** The channel of one aggregate. */
export function aggregateChannel(aggregateType: string, aggregateId: string): string {
  return `${aggregateType}:${aggregateId}`;
}

/** The channel of all aggregates of a type. */
export function feedChannel(aggregateType: string): string {
  return `${aggregateType}:*feed`;
}

class PubSubEventBus implements EventBus {
  protected readonly listeners = new Set<(message: BusMessage) => void>();

  constructor(
    private readonly engine: PubSubEngine,
    private readonly stop: () => Promise<void>,
  ) {}

  async publish(event: LoggedEvent): Promise<void> {
    await Promise.all([
      this.engine.publish(aggregateChannel(event.aggregateType, event.aggregateId), event),
      this.engine.publish(feedChannel(event.aggregateType), event),
    ]);
  }

  async listen(channel: string, onMessage: (message: BusMessage) => void): Promise<() => void> {
    const subscription = await this.engine.subscribe(channel, onMessage, {});
    this.listeners.add(onMessage);
    return () => {
      if (this.listeners.delete(onMessage)) this.engine.unsubscribe(subscription);
    };
  }

  /** Tells every listener to look into the log. */
  announceGap(): void {
    for (const listener of this.listeners) listener('missed');
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.stop();
  }
}

/** Events within one process: the embedded default. */
export function createLocalEventBus(): EventBus {
  const pubSub = new PubSub({ eventEmitter: new EventEmitter().setMaxListeners(0) });
  return new PubSubEventBus(pubSub, () => Promise.resolve());
}

/** Whoever just committed waits no longer than this for Redis; the relay repeats what it did not take. */
const PUBLISH_TIMEOUT_MS = 300;

/** How often a process makes sure that it still hears itself. */
const HEARTBEAT_MS = 1_000;

/**
 * Sends beats to itself and tells when one did not arrive: then other messages may be missing too. A cluster
 * moves a subscription to another node without saying so, and a connection may be dead without knowing it.
 */
function startHeart(pubSub: RedisPubSub, onMissed: () => void): NodeJS.Timeout {
  const channel = `heart:${newId()}`;
  let sent = 0;
  let heard = 0;
  void pubSub.subscribe<number>(channel, (beat) => {
    if (beat !== heard + 1) onMissed();
    heard = beat;
  });
  return setInterval(() => {
    sent += 1;
    pubSub.publish(channel, sent).catch(() => undefined);
  }, HEARTBEAT_MS).unref();
}

/**
 * Events across processes. One Redis subscription per channel and process, however many clients listen.
 * After a lost connection every listener is told that it may have missed something.
 */
export function createRedisEventBus(
  connect: (commandTimeoutMs?: number) => RedisConnection,
  log: Logger,
): EventBus {
  const publisher = connect(PUBLISH_TIMEOUT_MS);
  const subscriber = connect();
  const pubSub = new RedisPubSub({ publisher, subscriber });
  const bus = new PubSubEventBus(pubSub, async () => {
    clearInterval(heart);
    await pubSub.close();
  });
  const heart = startHeart(pubSub, () => bus.announceGap());
  let wasReady = false;
  subscriber.on('ready', () => {
    if (wasReady) bus.announceGap();
    wasReady = true;
  });
  for (const connection of [publisher, subscriber]) {
    connection.on('error', (error: Error) => log.warn({ err: error }, 'redis connection error'));
  }
  return bus;
}

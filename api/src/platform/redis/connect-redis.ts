import { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';

/** A connection to one server, to the primary behind sentinels, or to a cluster. */
export type RedisConnection = Redis | Cluster;

/** Where Redis is, as a URL says it. */
export type RedisAddress =
  | { readonly kind: 'single'; readonly url: string }
  | {
      readonly kind: 'sentinel';
      readonly nodes: readonly RedisNodeAddress[];
      readonly name: string;
      readonly login: RedisLogin;
    }
  | {
      readonly kind: 'cluster';
      readonly nodes: readonly RedisNodeAddress[];
      readonly login: RedisLogin;
    };

export interface RedisNodeAddress {
  readonly host: string;
  readonly port: number;
}

interface RedisLogin {
  readonly username?: string;
  readonly password?: string;
}

/** The forms a URL of Redis may have. */
const REDIS_URL_FORMS =
  'redis://host:6379, redis+sentinel://host:26379,host:26379/name or redis+cluster://host:6379,host:6379';

const MANY = /^redis\+(sentinel|cluster):\/\/(?:([^:@/]*):([^@/]*)@)?([^@/]+)(?:\/([\w.-]+))?$/;

function toNode(text: string): RedisNodeAddress | undefined {
  const [, host, port] = /^([\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  return host && port ? { host, port: Number(port) } : undefined;
}

/** Reads a URL of Redis; undefined when it has none of the known forms. */
export function parseRedisUrl(url: string): RedisAddress | undefined {
  if (/^rediss?:\/\/[^,]+$/.test(url)) return { kind: 'single', url };
  const [, kind, username, password, hosts = '', name] = MANY.exec(url) ?? [];
  const nodes = hosts.split(',').map(toNode);
  if (!nodes.every((node) => node !== undefined)) return undefined;
  const login = {
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
  };
  if (kind === 'cluster' && name === undefined) return { kind, nodes, login };
  return kind === 'sentinel' && name ? { kind, nodes, name, login } : undefined;
}

function backOff(attempt: number): number {
  return Math.min(attempt * 100, 2_000);
}

/**
 * Connects, and reconnects for ever. With `commandTimeoutMs` a command is given up after that long, and none is
 * queued while there is no connection: nothing in Redis is worth waiting for.
 */
export function connectRedis(url: string, log: Logger, commandTimeoutMs?: number): RedisConnection {
  const address = parseRedisUrl(url);
  if (!address) throw new Error(`A URL of Redis is ${REDIS_URL_FORMS}.`);
  const impatience = commandTimeoutMs ? { commandTimeout: commandTimeoutMs } : {};
  const offlineQueue = commandTimeoutMs === undefined;
  const common = {
    ...impatience,
    enableOfflineQueue: offlineQueue,
    maxRetriesPerRequest: null,
    retryStrategy: backOff,
  };
  const connection =
    address.kind === 'cluster'
      ? new Cluster([...address.nodes], {
          clusterRetryStrategy: backOff,
          enableOfflineQueue: offlineQueue,
          redisOptions: { ...address.login, ...impatience, maxRetriesPerRequest: null },
        })
      : address.kind === 'sentinel'
        ? new Redis({
            ...common,
            ...address.login,
            sentinels: [...address.nodes],
            name: address.name,
            sentinelRetryStrategy: backOff,
          })
        : new Redis(address.url, common);
  connection.on('error', (error: Error) => log.warn({ err: error }, 'redis is unreachable'));
  return connection;
}

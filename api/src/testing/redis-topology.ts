import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventually } from './eventually';
import { freePort, RedisNode } from './redis-node';

/** How Redis is deployed. */
export type RedisMode = 'single' | 'sentinel' | 'cluster';

/** A Redis of a test's own, on free loopback ports. */
export interface RedisTopology {
  readonly mode: RedisMode;
  /** What holds data: the server; primary and replica; the three primaries of the cluster. */
  readonly nodes: readonly RedisNode[];
  /** Where clients begin: the server, the sentinel, or every node of the cluster. */
  readonly entries: readonly { readonly host: string; readonly port: number }[];
  stop(): Promise<void>;
}

/** Under which name the sentinel watches the primary. */
export const SENTINEL_NAME = 'shop';

const CLUSTER_SLOTS = 16_384;
const CLUSTER_NODES = 3;
const STARTUP_MS = 15_000;

class Folders {
  private readonly root = mkdtempSync(join(tmpdir(), 'cartwright-redis-'));

  of(port: number): string {
    const folder = join(this.root, String(port));
    mkdirSync(folder);
    return folder;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function baseArguments(port: number, folder: string): string[] {
  return [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
    ...['--save', '', '--appendonly', 'no'],
  ];
}

async function startSingle(folders: Folders, more: readonly string[] = []): Promise<RedisNode> {
  const port = await freePort();
  const node = new RedisNode(port, [...baseArguments(port, folders.of(port)), ...more]);
  await node.start();
  return node;
}

/** One sentinel that decides alone, so that a failover takes about a second. */
async function startSentinel(folders: Folders, primary: RedisNode): Promise<RedisNode> {
  const port = await freePort();
  const conf = join(folders.of(port), 'sentinel.conf');
  writeFileSync(
    conf,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `sentinel monitor ${SENTINEL_NAME} 127.0.0.1 ${primary.port} 1`,
      `sentinel down-after-milliseconds ${SENTINEL_NAME} 500`,
      `sentinel failover-timeout ${SENTINEL_NAME} 2000`,
    ].join('\n'),
  );
  const sentinel = new RedisNode(port, [conf, '--sentinel']);
  await sentinel.start();
  return sentinel;
}

/** Three primaries that share the slots evenly. */
async function startCluster(folders: Folders): Promise<RedisNode[]> {
  const busPorts: number[] = [];
  const nodes: RedisNode[] = [];
  for (let index = 0; index < CLUSTER_NODES; index += 1) {
    const busPort = await freePort();
    const timing = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000'];
    nodes.push(await startSingle(folders, [...timing, '--cluster-port', String(busPort)]));
    busPorts.push(busPort);
  }
  const share = Math.ceil(CLUSTER_SLOTS / CLUSTER_NODES);
  for (const [index, node] of nodes.entries()) {
    const last = Math.min((index + 1) * share, CLUSTER_SLOTS) - 1;
    await node.call('CLUSTER', 'ADDSLOTSRANGE', index * share, last);
    await nodes[0]?.call('CLUSTER', 'MEET', '127.0.0.1', node.port, busPorts[index] ?? 0);
  }
  for (const node of nodes) {
    await eventually(async () => {
      const info = String(await node.call('CLUSTER', 'INFO'));
      return info.includes('cluster_state:ok') && info.includes(`cluster_size:${CLUSTER_NODES}`);
    }, STARTUP_MS);
  }
  return nodes;
}

/** Starts a Redis as it is deployed: one server, a primary with replica and sentinel, or a cluster. */
export async function startRedis({ mode }: { readonly mode: RedisMode }): Promise<RedisTopology> {
  const folders = new Folders();
  const nodes: RedisNode[] = [];
  const sentinels: RedisNode[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all([...sentinels, ...nodes].map((node) => node.stop()));
    folders.remove();
  };
  try {
    if (mode === 'cluster') {
      nodes.push(...(await startCluster(folders)));
    } else {
      const primary = await startSingle(folders);
      nodes.push(primary);
      if (mode === 'sentinel') {
        nodes.push(await startSingle(folders, ['--replicaof', '127.0.0.1', String(primary.port)]));
        sentinels.push(await startSentinel(folders, primary));
        await eventually(async () => {
          const known = await sentinels[0]?.call('SENTINEL', 'REPLICAS', SENTINEL_NAME);
          return Array.isArray(known) && known.length > 0;
        }, STARTUP_MS);
      }
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const entries = (mode === 'sentinel' ? sentinels : nodes).map(({ port }) => ({
    host: '127.0.0.1',
    port,
  }));
  return { mode, nodes, entries, stop };
}

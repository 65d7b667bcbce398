import type { Calls, CountingDatabase } from '../database.ts';
import { lazily } from '../lazily.ts';
import { generateLoad } from '../load/generate-load.ts';
import { GraphqlConnection } from '../load/graphql-connection.ts';
import { HttpConnection } from '../load/http-connection.ts';
import type { Stage } from '../stage.ts';
import { operations } from './operations.ts';
import { toRequest } from './reading.ts';
import type { Cost, Scenario } from './scenario.ts';

const crowd = 1_000;
const countedCrowds = 10;
/** Every page begins after another product, so every one is a key of its own and costs the same. */
const pageSize = 24;

/** A thousand who ask for the same page at once, which nobody has asked for before. */
export function coldKeyScenario(stage: Stage): Scenario {
  const keys = lazily(async () => {
    const [{ port }] = await stage.uncached();
    return new ColdKeys(await readCursors(port));
  });
  const openCrowd = async () => {
    const [{ port }] = await stage.shared();
    const connections = await Promise.all(
      Array.from({ length: crowd }, () => HttpConnection.open(port)),
    );
    return {
      operate: async () => askAtOnce(connections, (await keys()).next()),
      close: () => {
        for (const connection of connections) connection.close();
      },
    };
  };
  return {
    id: 'cold-key',
    title: `a cold page, ${crowd.toLocaleString('en-GB')} ask at once`,
    group: 'cache',
    target: { of: 'computed', atMost: 1 },
    servers: stage.shared,
    count: async (database) => countComputed(database, stage, await keys(), await openCrowd()),
    run: (seconds) => generateLoad(1, seconds, openCrowd),
  };
}

/** Cursors that lead to pages nobody has read; when all are used, the first are long forgotten or hits. */
class ColdKeys {
  private readonly cursors: readonly string[];
  private used = 0;

  constructor(cursors: readonly string[]) {
    this.cursors = cursors;
  }

  next(): Buffer {
    const after = this.cursors[this.used % this.cursors.length];
    this.used += 1;
    // Past the last cursor another size makes another key.
    const first = pageSize - Math.floor(this.used / this.cursors.length);
    return toRequest(operations.listAfter, { first: Math.max(1, first), after });
  }
}

async function askAtOnce(connections: readonly HttpConnection[], request: Buffer): Promise<void> {
  const answers = await Promise.all(connections.map((connection) => connection.send(request)));
  const [first] = answers;
  for (const { status, body } of answers) {
    if (status !== 200 || !first || !body.equals(first.body)) {
      throw new Error(`HTTP ${status}: ${body.toString('utf8', 0, 300)}`);
    }
  }
  if (!first?.body.toString('utf8', 0, 20).startsWith('{"data":{"products"')) {
    throw new Error(`Not the list: ${first?.body.toString('utf8', 0, 300)}`);
  }
}

/** How often the statements that make a page were run, for a crowd that wants one. */
async function countComputed(
  database: CountingDatabase,
  stage: Stage,
  keys: ColdKeys,
  client: { operate(): Promise<void>; close(): void },
): Promise<Cost> {
  const [{ port }] = await stage.uncached();
  const single = await HttpConnection.open(port);
  await askAtOnce([single], keys.next());
  const once = await database.callsDuring(() => askAtOnce([single], keys.next()));
  single.close();
  await client.operate();
  const calls = await database.callsDuring(async () => {
    for (let done = 0; done < countedCrowds; done += 1) await client.operate();
  });
  client.close();
  const all = [...calls.values()].reduce((sum, each) => sum + each, 0);
  return {
    statements: Math.round((all / countedCrowds) * 10) / 10,
    figures: { computed: timesComputed(calls, once) / countedCrowds },
  };
}

/** By the statement of the page that was run most often. */
function timesComputed(calls: Calls, once: Calls): number {
  return Math.max(0, ...[...once].map(([query, each]) => (calls.get(query) ?? 0) / each));
}

async function readCursors(port: number): Promise<string[]> {
  const client = await GraphqlConnection.open(port);
  const cursors: string[] = [];
  for (let after: string | null = null; ;) {
    const answer: { data: Cursors } = await client.send<Cursors>(operations.cursors, { after });
    const { edges, pageInfo } = answer.data.products;
    cursors.push(...edges.map(({ cursor }) => cursor));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  client.close();
  // After the last ones no whole page follows.
  return cursors.slice(0, -pageSize);
}

interface Cursors {
  readonly products: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly cursor: string }[];
  };
}

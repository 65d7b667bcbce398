import type { CountingDatabase } from '../database.ts';
import { type Client, generateLoad, type MeasuredRun } from '../load/generate-load.ts';
import { HttpConnection, type PreparedRequest } from '../load/http-connection.ts';
import type { About, Figures } from '../results.ts';

/** A server of the stage. */
export interface Server {
  readonly port: number;
  readonly pid: number;
}

/** Starts servers when they are first asked for, and gives them. */
export type Servers = () => Promise<readonly [Server, ...Server[]]>;

/** What one operation costs in statements. */
export interface Cost {
  readonly statements: number;
  readonly figures?: Figures;
}

/** Something that is measured. */
export interface Scenario extends About {
  /** Whose CPU time is measured. */
  readonly servers?: Servers;
  /** Counts the statements of one operation; absent where there is none. */
  readonly count?: (database: CountingDatabase) => Promise<Cost>;
  /** Whether one measurement, without warming up, is all. */
  readonly isOnce?: boolean;
  run(seconds: number): Promise<MeasuredRun>;
}

const countedOperations = 20;

/** A scenario of clients that repeat one operation: so many for each of the servers. */
export function repeated(
  about: About,
  servers: Servers,
  connections: number,
  open: (server: Server, index: number) => Promise<Client>,
): Scenario {
  const openOne = async (index: number) => {
    const all = await servers();
    return open(all[index % all.length] ?? all[0], index);
  };
  const run = async (seconds: number) =>
    generateLoad(connections * (await servers()).length, seconds, openOne);
  return {
    ...about,
    servers,
    count: (database) => countStatements(database, openOne),
    run,
  };
}

async function countStatements(
  database: CountingDatabase,
  open: (index: number) => Promise<Client>,
): Promise<Cost> {
  const client = await open(0);
  const repeat = async (times: number) => {
    for (let done = 0; done < times; done += 1) await client.operate();
  };
  // The first operations also fill caches and open connections.
  await repeat(4);
  const calls = await database.callsDuring(() => repeat(countedOperations));
  client.close();
  const all = [...calls.values()].reduce((sum, each) => sum + each, 0);
  // What runs beside the operation, such as a look for changes, adds less than one statement for all of them.
  return { statements: Math.round((all / countedOperations) * 10) / 10 };
}

/** Which answers are the wanted ones. */
export interface Wanted {
  readonly status?: number;
  /** What the body begins with. */
  readonly beginning: string;
  /** Whether it must, or must not, come from the response cache. */
  readonly fromCache?: boolean;
}

/** A client that sends requests in turn and accepts the wanted answers alone. */
export async function requestClient(
  port: number,
  requests: readonly [PreparedRequest, ...PreparedRequest[]],
  { status: wantedStatus = 200, beginning, fromCache }: Wanted,
  index: number,
): Promise<Client> {
  const connection = await HttpConnection.open(port);
  const wanted = Buffer.from(beginning);
  let turn = index;
  return {
    operate: async () => {
      turn += 1;
      const request = requests[turn % requests.length] ?? requests[0];
      const { status, head, body } = await connection.send(request);
      if (status !== wantedStatus || !body.subarray(0, wanted.length).equals(wanted)) {
        throw new Error(`HTTP ${status}: ${body.toString('utf8', 0, 300)}`);
      }
      if (fromCache !== undefined && isHit(head) !== fromCache) {
        throw new Error(fromCache ? 'The answer is not a hit.' : 'The answer is a hit.');
      }
    },
    close: () => connection.close(),
  };
}

/** Whether an answer says that it comes from the response cache. */
export function isHit(head: string): boolean {
  // The way servers write it first: a search without regard to case costs the load generator a tenth.
  return head.includes('\r\nx-cache: HIT') || /\r\nx-cache: *hit\b/i.test(head);
}

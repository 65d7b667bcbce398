import { type Client, generateLoad, type MeasuredRun } from '../load/generate-load.ts';
import { HttpConnection, type PreparedRequest } from '../load/http-connection.ts';

/** Something that is measured. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** Id of the scenario that this one cannot be faster than. */
  readonly limit?: string;
  /** One client, for counting what a single operation costs. */
  readonly open?: (index: number) => Promise<Client>;
  run(seconds: number): Promise<MeasuredRun>;
}

/** A scenario of clients that repeat one operation. */
export function repeated(
  about: Pick<Scenario, 'id' | 'title' | 'limit'>,
  connections: number,
  open: (index: number) => Promise<Client>,
): Scenario {
  return { ...about, open, run: (seconds) => generateLoad(connections, seconds, open) };
}

/** A client that sends requests in turn, and accepts answers that begin as they must. */
export async function requestClient(
  port: number,
  requests: readonly [PreparedRequest, ...PreparedRequest[]],
  beginning: string,
  index: number,
): Promise<Client> {
  const connection = await HttpConnection.open(port);
  const wanted = Buffer.from(beginning);
  let turn = index;
  return {
    operate: async () => {
      turn += 1;
      const request = requests[turn % requests.length] ?? requests[0];
      const { status, body } = await connection.send(request);
      if (status === 200 && body.subarray(0, wanted.length).equals(wanted)) return;
      throw new Error(`HTTP ${status}: ${body.toString('utf8', 0, 300)}`);
    },
    close: () => connection.close(),
  };
}

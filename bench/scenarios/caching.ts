import { HttpConnection, prepare } from '../load/http-connection.ts';
import { canScale } from '../pinning.ts';
import type { About } from '../results.ts';
import type { Stage } from '../stage.ts';
import { coldKeyScenario } from './cold-key.ts';
import { operations } from './operations.ts';
import { listRequest } from './reading.ts';
import { isHit, repeated, requestClient, type Scenario, type Servers } from './scenario.ts';

/** What the response cache answers; an answer that does not say so is an error. */
export function cachingScenarios(stage: Stage, connections: number): Scenario[] {
  const hits = (about: Omit<About, 'group'>, servers: Servers) =>
    repeated({ ...about, group: 'cache' }, servers, connections, async ({ port }, index) => {
      await fill(port);
      const beginning = (await stage.listAnswer()).trimEnd();
      return requestClient(port, [listRequest()], { beginning, fromCache: true }, index);
    });
  return [
    hits(
      {
        id: 'hit',
        title: 'hit of the list, no Redis',
        limit: 'node-http',
        target: { of: 'rate of limit', atLeast: 0.6 },
      },
      stage.cached,
    ),
    hits(
      {
        id: 'hit-redis',
        title: 'hit of the list, with Redis',
        limit: 'node-redis',
        target: { of: 'rate of limit', atLeast: 0.7 },
      },
      stage.shared,
    ),
    hits(
      {
        id: 'hit-on-two',
        title: '  the same from two API processes',
        limit: 'hit-redis',
        target: canScale
          ? { of: 'rate of limit', atLeast: 1.8 }
          : { of: 'CPU of limit', atLeast: 0.9 },
      },
      stage.sharedPair,
    ),
    notModified(stage, connections),
    coldKeyScenario(stage),
  ];
}

/** The first to ask pays; everybody else is measured. */
async function fill(port: number): Promise<void> {
  const connection = await HttpConnection.open(port);
  await connection.send(listRequest());
  connection.close();
}

/** A browser that asks whether what it has is still current. */
function notModified(stage: Stage, connections: number): Scenario {
  const about: About = {
    id: 'not-modified',
    title: 'GET of the list, 304 by its ETag',
    group: 'cache',
    limit: 'node-http',
  };
  const path = `/graphql?${new URLSearchParams({ query: operations.list }).toString()}`;
  // The API takes a GET only from those who show that no foreign page made them send it.
  const headers = { 'apollo-require-preflight': '1' };
  return repeated(about, stage.cached, connections, async ({ port }, index) => {
    const connection = await HttpConnection.open(port);
    await connection.send(prepare(path, undefined, headers));
    const { status, head } = await connection.send(prepare(path, undefined, headers));
    connection.close();
    const etag = /\r\netag: *(\S+)/i.exec(head)?.[1];
    if (status !== 200 || !isHit(head) || etag === undefined) {
      throw new Error(`A GET of the list gave HTTP ${status} and no ETag of a hit.`);
    }
    const request = prepare(path, undefined, { ...headers, 'if-none-match': etag });
    return requestClient(port, [request], { status: 304, beginning: '' }, index);
  });
}

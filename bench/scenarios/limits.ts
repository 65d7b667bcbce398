import { isDeepStrictEqual } from 'node:util';

import { HttpConnection, prepare } from '../load/http-connection.ts';
import type { About } from '../results.ts';
import type { Stage } from '../stage.ts';
import { operations } from './operations.ts';
import { repeated, requestClient, type Scenario } from './scenario.ts';

interface Limit extends Pick<About, 'id' | 'title'> {
  /** The server in the folder of the limits, with its arguments. */
  readonly command: readonly [string, ...string[]];
  /** Whether it answers whatever it is asked. */
  readonly isConstant?: boolean;
}

const limits: readonly Limit[] = [
  { id: 'node-http', title: 'bare node:http', command: ['constant-http'], isConstant: true },
  { id: 'fastify', title: 'bare Fastify', command: ['constant-fastify'], isConstant: true },
  {
    id: 'node-cache',
    title: 'node:http + cache in process',
    command: ['cache-in-process'],
  },
  { id: 'node-redis', title: 'node:http + one Redis GET', command: ['cache-redis'] },
  {
    id: 'hand-written',
    title: 'node:http + 4 prepared statements',
    command: ['list-by-hand'],
  },
  {
    id: 'hand-compiled',
    title: '  the same + DataLoader + graphql-jit',
    command: ['list-compiled'],
  },
  { id: 'json-agg', title: 'node:http + one json_agg statement', command: ['list-as-json'] },
  {
    id: 'apollo',
    title: 'TypeGraphQL + Apollo, list in memory',
    command: ['type-graphql', 'as-it-comes'],
  },
  {
    id: 'apollo-plain',
    title: '  the same without cacheControl',
    command: ['type-graphql', 'cache-control-off'],
  },
  {
    id: 'apollo-compiled',
    title: '  also simple resolvers, graphql-jit',
    command: ['type-graphql', 'compiled'],
  },
  {
    id: 'compiled',
    title: '  that without Apollo',
    command: ['type-graphql', 'without-apollo'],
  },
];

/** What the API is measured against; all of them give the API's own answer to the list. */
export function limitScenarios(stage: Stage, connections: number): Scenario[] {
  const list = prepare('/', JSON.stringify({ query: operations.list, variables: {} }));
  return limits.map(({ id, title, command, isConstant = false }) => {
    const request = isConstant ? prepare('/') : list;
    const limit = id === 'node-http' ? {} : { limit: 'node-http' };
    const about: About = { id, title, group: 'limits', ...limit };
    return repeated(about, stage.limit(...command), connections, async ({ port }, index) => {
      const beginning = await sameAnswer(port, request, await stage.listAnswer());
      return requestClient(port, [request], { beginning }, index);
    });
  });
}

/** The server's answer, if it is the wanted one. PostgreSQL writes JSON with other blanks. */
async function sameAnswer(port: number, request: Buffer, wanted: string): Promise<string> {
  const connection = await HttpConnection.open(port);
  const { body } = await connection.send(request);
  connection.close();
  const text = body.toString();
  if (text === wanted || isDeepStrictEqual(JSON.parse(text), JSON.parse(wanted))) return text;
  throw new Error(`Not the API's answer: ${text.slice(0, 200)}`);
}

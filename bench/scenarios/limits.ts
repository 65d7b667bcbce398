import { prepare } from '../load/http-connection.ts';
import { repeated, requestClient, type Scenario } from './scenario.ts';

/** Ports of the servers that show what is possible at all. */
export interface LimitServers {
  readonly nodeHttp: number;
  readonly fastify: number;
  readonly handWritten: number;
}

/** What the API is measured against; all three give the API's own answer to the list. */
export function limitScenarios(
  servers: LimitServers,
  connections: number,
  listAnswer: string,
): Scenario[] {
  const scenario = (about: Pick<Scenario, 'id' | 'title' | 'limit'>, port: number) =>
    repeated(about, connections, (index) =>
      requestClient(port, [prepare('/')], listAnswer.trimEnd(), index),
    );
  return [
    scenario({ id: 'node-http', title: 'Limit: bare node:http' }, servers.nodeHttp),
    scenario({ id: 'fastify', title: 'Limit: bare Fastify', limit: 'node-http' }, servers.fastify),
    scenario(
      { id: 'hand-written', title: 'Limit: 4 prepared statements', limit: 'node-http' },
      servers.handWritten,
    ),
  ];
}

import { moods, planProducts } from '../dataset/plan-products.ts';
import { GraphqlConnection } from '../load/graphql-connection.ts';
import { HttpConnection, prepare, type PreparedRequest } from '../load/http-connection.ts';
import { canScale } from '../pinning.ts';
import type { About } from '../results.ts';
import type { Stage } from '../stage.ts';
import { operations } from './operations.ts';
import { repeated, requestClient, type Scenario, type Servers } from './scenario.ts';

const products = '{"data":{"products":{';

/** What a shopper reads before buying, computed anew each time. */
export function readingScenarios(stage: Stage, connections: number): Scenario[] {
  const reads = (
    about: Omit<About, 'group'>,
    servers: Servers,
    requests: readonly PreparedRequest[],
    beginning: string,
  ) => {
    const [first, ...rest] = requests;
    if (!first) throw new RangeError(`${about.id} has nothing to send.`);
    return repeated({ ...about, group: 'reading' }, servers, connections, ({ port }, index) =>
      requestClient(port, [first, ...rest], { beginning, fromCache: false }, index),
    );
  };
  const wholeList = `${products}"pageInfo":{"hasNextPage":true}`;
  return [
    reads(
      {
        id: 'list',
        title: 'list of 24 with variations',
        limit: 'hand-compiled',
        target: { of: 'rate of limit', atLeast: 0.6 },
      },
      stage.uncached,
      [listRequest()],
      wholeList,
    ),
    withoutStatements(
      reads(
        {
          id: 'list-in-memory',
          title: '  the same, read models in memory',
          limit: 'apollo-compiled',
          target: { of: 'rate of limit', atLeast: 0.8 },
        },
        stage.inMemory,
        [listRequest()],
        wholeList,
      ),
    ),
    reads(
      {
        id: 'list-on-two',
        title: '  the same from two API processes',
        limit: 'list',
        target: canScale
          ? { of: 'rate of limit', atLeast: 1.8 }
          : { of: 'CPU of limit', atLeast: 0.9 },
      },
      stage.uncachedPair,
      [listRequest()],
      wholeList,
    ),
    reads(
      { id: 'browse', title: 'list of 24 without variations' },
      stage.uncached,
      [toRequest(operations.browse)],
      `${products}"pageInfo":{"hasNextPage":true`,
    ),
    reads(
      { id: 'detail', title: 'product detail' },
      stage.uncached,
      planProducts().map(({ slug }) => toRequest(operations.detail, { slug })),
      '{"data":{"product":{"id":',
    ),
    reads(
      { id: 'search', title: 'search' },
      stage.uncached,
      moods.map((query) => toRequest(operations.search, { query })),
      `${products}"totalCount":100,`,
    ),
  ];
}

/** A scenario that fails when it asks the database after all. */
function withoutStatements(scenario: Scenario): Scenario {
  return {
    ...scenario,
    count: async (database) => {
      const cost = await scenario.count?.(database);
      if (!cost || cost.statements >= 1) {
        throw new Error(`It is not in memory: it sends ${cost?.statements} statements.`);
      }
      return cost;
    },
  };
}

/** The API's answer to the list, whole. */
export async function listAnswer(port: number): Promise<string> {
  const connection = await HttpConnection.open(port);
  const { body } = await connection.send(listRequest());
  connection.close();
  return body.toString();
}

/** Every variation there is. */
export async function readVariationIds(port: number): Promise<string[]> {
  const client = await GraphqlConnection.open(port);
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const answer: { data: VariationsPage } = await client.send<VariationsPage>(
      operations.variations,
      { after },
    );
    const { nodes, pageInfo } = answer.data.products;
    ids.push(...nodes.flatMap(({ variations }) => variations.map(({ id }) => id)));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  client.close();
  return ids;
}

interface VariationsPage {
  readonly products: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly variations: readonly { readonly id: string }[] }[];
  };
}

/** The list, the one request that limits, cache and API are all measured with. */
export function listRequest(): PreparedRequest {
  return toRequest(operations.list);
}

/** A GraphQL request as bytes. */
export function toRequest(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  return prepare('/graphql', JSON.stringify({ query, variables }));
}

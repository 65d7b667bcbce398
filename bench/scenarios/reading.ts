import { moods, planProducts } from '../dataset/plan-products.ts';
import { GraphqlConnection } from '../load/graphql-connection.ts';
import { HttpConnection, prepare, type PreparedRequest } from '../load/http-connection.ts';
import { operations } from './operations.ts';
import { repeated, requestClient, type Scenario } from './scenario.ts';

const products = '{"data":{"products":{';

/** What a shopper reads before buying. */
export function readingScenarios(port: number, connections: number): Scenario[] {
  const reads = (
    about: Pick<Scenario, 'id' | 'title' | 'limit'>,
    requests: readonly PreparedRequest[],
    beginning: string,
  ) => {
    const [first, ...rest] = requests;
    if (!first) throw new RangeError(`${about.id} has nothing to send.`);
    return repeated(about, connections, (index) =>
      requestClient(port, [first, ...rest], beginning, index),
    );
  };
  return [
    reads(
      { id: 'list', title: 'List of 24 with variations', limit: 'hand-written' },
      [listRequest()],
      `${products}"pageInfo":{"hasNextPage":true}`,
    ),
    reads(
      { id: 'detail', title: 'Product detail' },
      planProducts().map(({ slug }) => toRequest(operations.detail, { slug })),
      '{"data":{"product":{"id":',
    ),
    reads(
      { id: 'browse', title: 'List of 24 without variations' },
      [toRequest(operations.browse)],
      `${products}"pageInfo":{"hasNextPage":true`,
    ),
    reads(
      { id: 'search', title: 'Search' },
      moods.map((query) => toRequest(operations.search, { query })),
      `${products}"totalCount":100,`,
    ),
  ];
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

function listRequest(): PreparedRequest {
  return toRequest(operations.list);
}

function toRequest(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  return prepare('/graphql', JSON.stringify({ query, variables }));
}

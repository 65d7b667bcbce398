import { createHash } from 'node:crypto';

import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { HttpLink } from '@apollo/client/link/http';

import { ShopShellDocument } from '../../shell/shop-shell.generated';
import { SessionEndDocument } from '../session/session.generated';
import { byId } from './persisted-link';

interface Sent {
  readonly query?: string;
  readonly extensions?: { readonly persistedQuery: { readonly sha256Hash: string } };
}

/** As much of a response as the link reads; jsdom has none. */
function aResponse(answer: object): Response {
  const headers = new Map([['content-type', 'application/json']]);
  const text = () => Promise.resolve(JSON.stringify(answer));
  return { ok: true, status: 200, headers, text } as unknown as Response;
}

function setUp(knowsIds: boolean) {
  const sent: Sent[] = [];
  const respond = (_uri: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(init?.body as string) as Sent;
    sent.push(body);
    const answer =
      body.query === undefined && !knowsIds
        ? {
            errors: [
              {
                message: 'PersistedQueryNotFound',
                extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
              },
            ],
          }
        : { data: { __typename: 'Query' } };
    return Promise.resolve(aResponse(answer));
  };
  const link = byId(new HttpLink({ uri: 'http://api/graphql', fetch: respond }));
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const ask = () => client.query({ query: ShopShellDocument, fetchPolicy: 'no-cache' });
  return { ask, client, sent };
}

describe('operations of the shop', () => {
  it('are sent as the id that the manifest gave them', async () => {
    const { ask, client, sent } = setUp(true);

    await ask();
    await client.mutate({ mutation: SessionEndDocument, fetchPolicy: 'no-cache' });

    expect(sent.map(({ query }) => query)).toEqual([undefined, undefined]);
    expect(sent[0]?.extensions?.persistedQuery.sha256Hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are sent in full when the API does not know the id, which is that of this very text', async () => {
    const { ask, sent } = setUp(false);

    await ask();
    const [asked, full] = sent;
    await ask();

    const hash = createHash('sha256')
      .update(full?.query ?? '')
      .digest('hex');
    expect(asked?.extensions?.persistedQuery.sha256Hash).toBe(hash);
    expect(sent.map(({ query }) => query === undefined)).toEqual([true, false, false]);
  });

  it('that are in no manifest are sent in full at once', async () => {
    const { client, sent } = setUp(true);

    await client.query({
      query: gql`
        query Unlisted {
          __typename
        }
      `,
      fetchPolicy: 'no-cache',
    });

    expect(sent).toHaveLength(1);
    expect(sent[0]?.query).toContain('query Unlisted');
  });
});

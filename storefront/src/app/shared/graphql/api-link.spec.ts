import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { HttpLink } from '@apollo/client/link/http';

import { ListingFrameDocument } from '../../catalog/listing/product-listing.generated';
import { CartDocument } from '../cart/cart-store.generated';
import { SessionEndDocument } from '../session/session.generated';
import { createApiLink } from './api-link';

interface Sent {
  readonly method: string | undefined;
  readonly url: URL;
  readonly isIdentified: boolean;
  readonly body: { readonly query?: string } | undefined;
}

/** As much of a response as the link reads; jsdom has none. */
function aResponse(answer: object): Response {
  const headers = new Map([['content-type', 'application/json']]);
  const text = () => Promise.resolve(JSON.stringify(answer));
  return { ok: true, status: 200, headers, text } as unknown as Response;
}

const UNKNOWN = {
  errors: [{ message: 'Unknown.', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
};

function setUp({ knowsIds = true } = {}) {
  const sent: Sent[] = [];
  const respond = (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const body = init.body ? (JSON.parse(init.body as string) as { query?: string }) : undefined;
    sent.push({
      method: init.method,
      url: new URL(String(url)),
      isIdentified: new Headers(init.headers).has('authorization'),
      body,
    });
    const isUnknown = !knowsIds && body?.query === undefined;
    return Promise.resolve(
      aResponse(isUnknown ? UNKNOWN : { data: { __typename: 'Query', cart: null } }),
    );
  };
  const identify = new ApolloLink((operation, forward) => {
    operation.setContext({ headers: { authorization: 'Bearer token' } });
    return forward(operation);
  });
  const transport = new HttpLink({ uri: 'http://shop/graphql', fetch: respond });
  const link = createApiLink(transport, identify);
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const browse = (slug = 'posters') =>
    client.query({
      query: ListingFrameDocument,
      variables: { slug, inCollection: true },
      fetchPolicy: 'no-cache',
    });
  return { browse, client, sent };
}

describe('what is sent to the API', () => {
  it('is an address without the shopper for the catalogue, which everybody is shown alike', async () => {
    const { browse, sent } = setUp();

    await browse();

    expect(sent).toMatchObject([{ method: 'GET', isIdentified: false, body: undefined }]);
    const { searchParams } = sent[0]?.url ?? new URL('http://none');
    expect(searchParams.get('operationName')).toBe('ListingFrame');
    expect(JSON.parse(searchParams.get('variables') ?? '')).toEqual({
      slug: 'posters',
      inCollection: true,
    });
    expect(searchParams.get('extensions')).toMatch(/"sha256Hash":"[0-9a-f]{64}"/);
    expect(searchParams.has('query')).toBe(false);
  });

  it('is the same address whenever the same is asked, so that a browser knows the answer again', async () => {
    const { browse, sent } = setUp();

    await browse();
    await browse();

    expect(new Set(sent.map(({ url }) => url.href)).size).toBe(1);
  });

  it('is posted with the shopper for a cart and for every change', async () => {
    const { client, sent } = setUp();

    await client.query({ query: CartDocument, fetchPolicy: 'no-cache' });
    await client.mutate({ mutation: SessionEndDocument, fetchPolicy: 'no-cache' });

    const posted = { method: 'POST', isIdentified: true };
    expect(sent).toMatchObject([posted, posted]);
    expect(sent.map(({ url }) => url.search)).toEqual(['', '']);
  });

  it('is the posted text when an older API does not know the id, and stays so', async () => {
    const { browse, sent } = setUp({ knowsIds: false });

    await browse();
    await browse();

    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect(sent.slice(1).map(({ body }) => body?.query)).toEqual([
      expect.stringContaining('query ListingFrame'),
      expect.stringContaining('query ListingFrame'),
    ]);
    expect(sent.some(({ isIdentified }) => isIdentified)).toBe(false);
  });

  it('is posted when its variables are too long for an address', async () => {
    const { browse, sent } = setUp();

    await browse('ä'.repeat(1_100));

    expect(sent).toMatchObject([{ method: 'POST' }]);
    expect(sent[0]?.url.search).toBe('');
  });
});

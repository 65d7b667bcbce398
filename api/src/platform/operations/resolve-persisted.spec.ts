import { hashOfDocument } from './operation-manifest';
import { chooseDocument, resolvePersisted } from './resolve-persisted';

const text = '{ shop { name } }';
const hash = hashOfDocument(text);
const apollo = (sha256Hash: unknown, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash },
});

describe('which document a request means', () => {
  it.each([
    ['a text', { query: text }, { kind: 'text', query: text }],
    ['a documentId', { documentId: `sha256:${hash}` }, { kind: 'hash', hash }],
    ['a hash as Apollo sends it', { extensions: apollo(hash) }, { kind: 'hash', hash }],
    [
      'a text with its own hash',
      { query: text, extensions: apollo(hash) },
      { kind: 'text', query: text },
    ],
    ['nothing', {}, { kind: 'nothing' }],
    [
      'nothing, with other extensions',
      { query: null, extensions: { trace: 1 } },
      { kind: 'nothing' },
    ],
  ])('is that of %s', (_what, params, choice) => {
    expect(chooseDocument(params)).toEqual(choice);
  });

  it.each([
    ['a query that is no text', { query: 7 }],
    ['a documentId that is no hash', { documentId: 'sha256:beef' }],
    ['a documentId of another kind', { documentId: 12 }],
    ['another version of the protocol', { extensions: apollo(hash, 2) }],
    ['a missing hash', { extensions: apollo(undefined) }],
    ['the hash of another text', { query: '{ __typename }', extensions: apollo(hash) }],
  ])('cannot be told from %s', (_what, params) => {
    expect(chooseDocument(params)).toMatchObject({ kind: 'malformed' });
  });

  it('is read from the trusted operations when it is named by its hash', async () => {
    const operation = { hash, contract: 'public', app: 'storefront', name: 'Shop', body: text };
    const operations = {
      lookup: (asked: string) =>
        Promise.resolve(asked === hash ? { ...operation, contract: 'public' as const } : undefined),
    };

    const found = await resolvePersisted({ documentId: `sha256:${hash}` }, 'public', operations);
    const unknown = resolvePersisted(
      { documentId: `sha256:${'0'.repeat(64)}` },
      'public',
      operations,
    );

    expect(found).toBe(text);
    await expect(unknown).rejects.toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
  });
});

import type {
  CacheStateFragment,
  KeptAnswerRowFragment,
} from '../system/cache-page/cache-page.generated';

/** The cache as the graph describes it, of which a test states only what matters. */
export function aCache(given: Partial<CacheStateFragment> = {}) {
  return {
    __typename: 'ResponseCache',
    entryCount: 120,
    sizeBytes: 1_440_000,
    store: 'REDIS',
    storeAvailable: true,
    operations: [
      {
        __typename: 'OperationCacheCounts',
        operation: 'ProductPage',
        hits: 90,
        misses: 10,
        stale: 0,
        unverified: 0,
        bypasses: 0,
      },
    ],
    ...given,
  };
}

/** A kept answer, of which a test states only what matters. */
export function aKeptAnswer(given: Partial<KeptAnswerRowFragment> = {}) {
  return {
    __typename: 'KeptAnswer',
    key: 'k1',
    operation: 'ProductPage',
    variables: '{"slug":"night-swell"}',
    tags: ['shop', 'product:p1:content', 'product:p1:price'],
    softTags: ['product:p1:stock'],
    etag: '"e1"',
    sizeBytes: 4_200,
    madeAt: '2026-11-20T09:30:00.000Z',
    maxAgeSeconds: 3_600,
    hits: 7,
    isCurrent: true,
    ...given,
  };
}

/** Kept answers as the graph lists them; `totalCount` where there are more. */
export function someKeptAnswers(
  nodes: readonly ReturnType<typeof aKeptAnswer>[],
  totalCount = nodes.length,
) {
  return { __typename: 'KeptAnswerConnection', nodes, totalCount };
}

import { Arg, Args, Mutation, Query, Resolver } from 'type-graphql';

import type { Clock } from '../../kernel/clock';
import { toPage } from '../../kernel/page';
import type { OutcomeCounts } from '../../platform/cache/cache-counters';
import type { CacheEntryView, ResponseCache } from '../../platform/cache/response-cache';
import type { ChangeFeed } from '../../platform/changes/change-feed';
import { ForStaff } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import {
  type ConnectionShape,
  ForwardPageArgs,
  toConnection,
  toPageRequest,
} from '../../platform/graphql/connection';
import { answer } from '../../platform/graphql/payload';
import { purgeInput, type PurgeResponseCache } from '../commands/purge-response-cache';
import {
  AnswerStoreKind,
  KeptAnswerConnection,
  KeptAnswerType,
  OperationCacheCountsType,
  ResponseCachePurgeInput,
  ResponseCachePurgePayload,
  ResponseCacheType,
} from './response-cache.type';

const MOST_OPERATIONS = 100;

function total(counts: OutcomeCounts): number {
  return counts.HIT + counts.MISS + counts.STALE + counts.UNVERIFIED + counts.BYPASS;
}

function toCounts(operation: string, counts: OutcomeCounts): OperationCacheCountsType {
  return Object.assign(new OperationCacheCountsType(), {
    operation,
    hits: counts.HIT,
    misses: counts.MISS,
    stale: counts.STALE,
    unverified: counts.UNVERIFIED,
    bypasses: counts.BYPASS,
  });
}

@Resolver()
export class ResponseCacheResolver {
  constructor(
    private readonly cache: ResponseCache,
    private readonly changes: Pick<ChangeFeed, 'current'>,
    private readonly purge: PurgeResponseCache,
    private readonly clock: Clock,
  ) {}

  @ForStaff('SYSTEM_MANAGE')
  @Query(() => ResponseCacheType, { description: 'The kept answers of the process that is asked.' })
  responseCache(): ResponseCacheType {
    const { size, store, counters } = this.cache;
    const operations = [...counters.all()]
      .toSorted(([, one], [, other]) => total(other) - total(one))
      .slice(0, MOST_OPERATIONS)
      .map(([operation, counts]) => toCounts(operation, counts));
    return Object.assign(new ResponseCacheType(), {
      entryCount: size.entries,
      sizeBytes: size.bytes,
      store: store.kind === 'redis' ? AnswerStoreKind.REDIS : AnswerStoreKind.MEMORY,
      storeAvailable: store.available,
      operations,
    });
  }

  @ForStaff('SYSTEM_MANAGE')
  @Query(() => KeptAnswerConnection, {
    description: 'Each kept answer of the process that is asked, the youngest first.',
  })
  async keptAnswers(
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Arg('operation', () => String, {
      nullable: true,
      description: 'Those of operations whose name contains this.',
    })
    operation?: string,
    @Arg('tag', () => String, { nullable: true, description: 'Those that depend on this tag.' })
    tag?: string,
  ): Promise<ConnectionShape<KeptAnswerType>> {
    const request = toPageRequest(page);
    const [madeAt, key] = request.position ?? [Number.POSITIVE_INFINITY, ''];
    if (typeof madeAt !== 'number' || typeof key !== 'string') {
      throw new AppError('BAD_USER_INPUT', 'This cursor is not valid.');
    }
    // A process that nobody asks anything hears of changes late, and what they ended would look current.
    await this.changes.current();
    const wanted = operation?.toLowerCase() ?? '';
    const all = [...this.cache.view()].filter(({ answer: { operation: name, tags } }) => {
      const isNamed = name.toLowerCase().includes(wanted);
      return isNamed && (!tag || tags.hard.includes(tag) || tags.soft.includes(tag));
    });
    const following = all
      .toSorted((one, other) => other.answer.madeAt - one.answer.madeAt || compare(one, other))
      .filter(
        (entry) =>
          entry.answer.madeAt < madeAt || (entry.answer.madeAt === madeAt && entry.key > key),
      )
      .slice(0, request.limit + 1);
    return toConnection(
      toPage(following, request, (entry) => [entry.answer.madeAt, entry.key]),
      (entry) => this.toKeptAnswer(entry),
      () => Promise.resolve(all.length),
    );
  }

  @ForStaff('SYSTEM_MANAGE')
  @Mutation(() => ResponseCachePurgePayload, {
    description:
      'Ends kept answers in all processes, before it answers. Changes do so by themselves; this is for what was changed past the API.',
  })
  responseCachePurge(
    @Arg('input', () => ResponseCachePurgeInput, { description: 'Which ones.' })
    input: ResponseCachePurgeInput,
  ): Promise<ResponseCachePurgePayload> {
    return answer(
      ResponseCachePurgePayload,
      purgeInput,
      input,
      (valid) => this.purge.run(valid),
      (payload) => {
        payload.responseCache = this.responseCache();
      },
    );
  }

  private toKeptAnswer({ key, answer: kept, hits, isCurrent }: CacheEntryView): KeptAnswerType {
    return Object.assign(new KeptAnswerType(), {
      key,
      operation: kept.operation,
      variables: kept.variables,
      tags: kept.tags.hard,
      softTags: kept.tags.soft,
      etag: kept.etag,
      sizeBytes: kept.bytes.length,
      madeAt: new Date(kept.madeAt),
      ageSeconds: Math.max(0, Math.round((this.clock.now().getTime() - kept.madeAt) / 1_000)),
      maxAgeSeconds: kept.maxAgeSeconds,
      hits,
      isCurrent,
    });
  }
}

function compare(one: CacheEntryView, other: CacheEntryView): number {
  return one.key < other.key ? -1 : 1;
}

import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import { connectionOf } from '../../platform/graphql/connection';
import { MutationPayload } from '../../platform/graphql/payload';
import { DateTime } from '../../platform/graphql/scalars';

export enum AnswerStoreKind {
  MEMORY = 'MEMORY',
  REDIS = 'REDIS',
}
registerEnumType(AnswerStoreKind, {
  name: 'AnswerStoreKind',
  description: 'Where kept answers are shared.',
  valuesConfig: {
    MEMORY: { description: 'Nowhere: one process keeps its own.' },
    REDIS: { description: 'Between all processes, over Redis.' },
  },
});

@ObjectType('KeptAnswer', { description: 'An answer that is kept for whoever asks the same.' })
export class KeptAnswerType {
  @Field(() => String, { description: 'Hash of operation and variables.' })
  key: string;

  @Field(() => String, { description: 'Name of the operation.' })
  operation: string;

  @Field(() => String, { description: 'The variables, as JSON.' })
  variables: string;

  @Field(() => [String], { description: 'A change of any of these ends it.' })
  tags: readonly string[];

  @Field(() => [String], {
    description: 'A change of these alone lets it be given a while longer, while it is refreshed.',
  })
  softTags: readonly string[];

  @Field(() => String, { description: 'Its entity tag.' })
  etag: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  sizeBytes: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  madeAt: Date;

  @Field(() => Int, { description: 'How long ago that was, in seconds.' })
  ageSeconds: number;

  @Field(() => Int, { description: 'Longest it is kept, in seconds, even if nothing changes.' })
  maxAgeSeconds: number;

  @Field(() => Int, { description: 'How often this process has given it.' })
  hits: number;

  @Field(() => Boolean, {
    description:
      'Whether it would be given now. One that has aged is replaced when it is next asked for.',
  })
  isCurrent: boolean;
}

@ObjectType('OperationCacheCounts', {
  description: 'How requests for one operation ended since the process started.',
})
export class OperationCacheCountsType {
  @Field(() => String, { description: 'Name of the operation.' })
  operation: string;

  @Field(() => Int, { description: 'Given from the cache.' })
  hits: number;

  @Field(() => Int, { description: 'Made now.' })
  misses: number;

  @Field(() => Int, { description: 'Given although aged, while it was refreshed.' })
  stale: number;

  @Field(() => Int, { description: 'Given while the database could not be reached.' })
  unverified: number;

  @Field(() => Int, { description: 'Made now because the database did not say what changed.' })
  bypasses: number;
}

@ObjectType('ResponseCache', {
  description:
    'What the process that answers this keeps. Other processes have memories of their own.',
})
export class ResponseCacheType {
  @Field(() => Int, { description: 'How many answers it keeps.' })
  entryCount: number;

  @Field(() => Int, { description: 'How much memory they take, in bytes.' })
  sizeBytes: number;

  @Field(() => AnswerStoreKind, { description: 'Where answers are shared.' })
  store: AnswerStoreKind;

  @Field(() => Boolean, {
    description: 'Whether that place can be reached. Without it every process makes its own.',
  })
  storeAvailable: boolean;

  @Field(() => [OperationCacheCountsType], {
    description: 'Per operation, the busiest first; 100 at most.',
  })
  operations: readonly OperationCacheCountsType[];
}

@InputType({ description: 'Which kept answers end. Give tags, or everything.' })
export class ResponseCachePurgeInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Answers that depend on any of these, 100 at most.',
  })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'All of them.' })
  everything?: boolean | null;
}

@ObjectType({ description: 'What became of the purge.' })
export class ResponseCachePurgePayload extends MutationPayload {
  @Field(() => ResponseCacheType, { nullable: true, description: 'The cache afterwards.' })
  responseCache?: ResponseCacheType;
}

export const KeptAnswerConnection = connectionOf('KeptAnswer', () => KeptAnswerType);

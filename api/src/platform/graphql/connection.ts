import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

import { isId } from '../../kernel/ids';
import {
  decodeCursor,
  DEFAULT_PAGE_SIZE,
  MAX_PAGE_SIZE,
  type Page,
  type PageRequest,
} from '../../kernel/page';
import { AppError } from './app-error';
import { Shared } from './caching';

@Shared()
@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether more come before.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item here.' })
  startCursor?: string;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item here.' })
  endCursor?: string;
}

@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many to read, 100 at most.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Read what follows this cursor.' })
  after?: string | null;
}

@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many to read backwards, 100 at most.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Read what precedes this cursor.' })
  before?: string | null;
}

/** Validates paging arguments. `defaultSize` counts when neither `first` nor `last` is given. */
export function toPageRequest(args: PageArgs, defaultSize = DEFAULT_PAGE_SIZE): PageRequest {
  const backward = typeof args.last === 'number';
  if (backward && typeof args.first === 'number') {
    throw new AppError('BAD_USER_INPUT', 'Give either first or last, not both.');
  }
  const limit = (backward ? args.last : args.first) ?? defaultSize;
  if (limit < 1 || limit > MAX_PAGE_SIZE) {
    throw new AppError('BAD_USER_INPUT', `A page has between 1 and ${MAX_PAGE_SIZE} items.`);
  }
  const cursor = backward ? args.before : args.after;
  const position = cursor ? decodeCursor(cursor) : undefined;
  if (cursor && !position) throw new AppError('BAD_USER_INPUT', 'This cursor is not valid.');
  return { limit, direction: backward ? 'backward' : 'forward', position };
}

/** Paging of a list that is walked by ids; a cursor of another list is refused. */
export function toIdPageRequest(args: PageArgs): PageRequest {
  return ofOwnList(toPageRequest(args), ([id]) => isId(String(id)));
}

/** Paging of a list that is walked by moments and ids; a cursor of another list is refused. */
export function toTimePageRequest(args: PageArgs): PageRequest {
  return ofOwnList(
    toPageRequest(args),
    ([time, id]) => typeof time === 'string' && !Number.isNaN(Date.parse(time)) && isId(String(id)),
  );
}

function ofOwnList(
  request: PageRequest,
  isPosition: (position: readonly (string | number)[]) => boolean,
): PageRequest {
  if (!request.position || isPosition(request.position)) return request;
  throw new AppError('BAD_USER_INPUT', 'This cursor belongs to another list.');
}

interface EdgeShape<N> {
  cursor: string;
  node: N;
}

/** What a connection holds. */
export interface ConnectionShape<N> {
  edges: EdgeShape<N>[];
  nodes: N[];
  pageInfo: PageInfo;
  /** Called only when a client selects the total. */
  count: () => Promise<number>;
}

/** Makes the Relay connection and edge types of a node type: `connectionOf('Order', () => OrderType)`. */
export function connectionOf<N extends object>(name: string, nodeType: () => ClassType<N>) {
  @Shared()
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list and its position.` })
  class Edge implements EdgeShape<N> {
    @Field(() => String, { description: 'Position in the list.' })
    cursor: string;

    @Field(nodeType, { description: 'The item.' })
    node: N;
  }

  @Shared()
  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class Connection implements ConnectionShape<N> {
    @Field(() => [Edge], { description: 'The items with their positions.' })
    edges: Edge[];

    @Field(() => [nodeType()], { description: 'The items.' })
    nodes: N[];

    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo: PageInfo;

    /** Not a field: see totalCount. */
    count: () => Promise<number>;

    @Field(() => Int, { description: 'Items in the whole list; counted only when asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection;
}

/** Maps a page of rows to a connection. */
export function toConnection<R, N>(
  page: Page<R>,
  toNode: (row: R) => N,
  count: () => Promise<number>,
): ConnectionShape<N> {
  const edges = page.items.map((item) => ({ cursor: item.cursor, node: toNode(item.node) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
    count,
  };
}

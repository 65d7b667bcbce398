/** One page of a list, all there is. */
export function aPage<TNode>(nodes: readonly TNode[]) {
  return {
    nodes,
    totalCount: nodes.length,
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    },
  };
}

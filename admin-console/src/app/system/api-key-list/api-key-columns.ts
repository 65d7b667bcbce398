import type { GridPaging } from '../../shared/ui/data-grid/data-grid';
import type { GridColumn } from '../../shared/ui/data-grid/grid-column';
import type { ApiKeyListQuery, ApiKeyListQueryVariables } from './api-key-list.generated';

const keysPerPage = 25;

/** The columns of the list of keys. */
export const apiKeyColumns: readonly GridColumn[] = [
  { id: 'name', header: 'Name', compact: 'lead' },
  { id: 'key', header: 'Key', compact: 'below', width: '132px' },
  { id: 'scopes', header: 'May do', compact: 'below' },
  { id: 'used', header: 'Last used', compact: 'below', width: '120px' },
  { id: 'expires', header: 'Ends', compact: 'below', width: '112px' },
  { id: 'state', header: 'State', compact: 'trail', width: '108px' },
  { id: 'actions', header: 'Actions', compact: 'below', width: '104px', align: 'end' },
];

/** What to ask for at an address of the list. */
export function apiKeyVariables(after?: string, before?: string): ApiKeyListQueryVariables {
  if (after) return { first: keysPerPage, after };
  if (before) return { last: keysPerPage, before };
  return { first: keysPerPage };
}

/** The way to the pages around a page of keys. */
export function apiKeyPaging(page: ApiKeyListQuery['apiKeys'] | undefined): GridPaging | undefined {
  if (!page || page.nodes.length === 0) return undefined;
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
  const shown = page.nodes.length;
  return {
    previous: hasPreviousPage && startCursor ? { before: startCursor } : undefined,
    next: hasNextPage && endCursor ? { after: endCursor } : undefined,
    summary:
      shown === page.totalCount
        ? `${shown} ${shown === 1 ? 'key' : 'keys'}`
        : `${shown} of ${page.totalCount.toLocaleString('en-GB')} keys`,
  };
}

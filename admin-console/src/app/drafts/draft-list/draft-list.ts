import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideClipboardPen, LucidePlus, LucideSearchX } from '@lucide/angular';

import { MoneyPipe } from '../../shared/format/money';
import type { DraftOrderStatus } from '../../shared/graphql/types.generated';
import { ListCard } from '../../shared/list/list-card';
import { listResource } from '../../shared/list/list-resource';
import { ListSearch } from '../../shared/list/list-search';
import { ListViews } from '../../shared/list/list-views';
import { Badge, type Tone } from '../../shared/ui/badge/badge';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import type { DraftRowFragment } from '../data/draft-fragments.generated';
import { DraftOrdersDocument } from './draft-list.generated';

const columns: readonly GridColumn[] = [
  { id: 'who', header: 'For', compact: 'lead' },
  { id: 'by', header: 'Prepared by', compact: 'below', width: '180px' },
  { id: 'changed', header: 'Changed', compact: 'inline', width: '140px' },
  { id: 'total', header: 'Total', compact: 'inline', align: 'end', width: '130px' },
  { id: 'status', header: 'State', compact: 'trail', width: '120px' },
];

const views = [
  { id: 'all', label: 'All' },
  { id: 'open', label: 'Open', status: 'OPEN' },
  { id: 'placed', label: 'Placed', status: 'COMPLETED' },
] as const satisfies readonly { id: string; label: string; status?: DraftOrderStatus }[];

const states: Readonly<Record<DraftOrderStatus, { readonly label: string; readonly tone: Tone }>> =
  {
    OPEN: { label: 'Open', tone: 'waiting' },
    COMPLETED: { label: 'Placed', tone: 'done' },
  };

/** All orders that staff have prepared: for whom, by whom, and whether they were placed. */
@Component({
  selector: 'cw-draft-list',
  imports: [
    Badge,
    EmptyState,
    GridCell,
    ListCard,
    ListSearch,
    ListViews,
    LucideClipboardPen,
    LucidePlus,
    LucideSearchX,
    MatButton,
    MoneyPipe,
    PageHead,
    RelativeTime,
    RouterLink,
  ],
  templateUrl: './draft-list.html',
})
export class DraftList {
  readonly after = input<string>();
  readonly before = input<string>();
  readonly q = input<string>();
  readonly view = input<string>();

  protected readonly columns = columns;
  protected readonly views = views;
  protected readonly states = states;
  protected readonly current = computed(
    () => views.find(({ id }) => id === this.view()) ?? views[0],
  );
  protected readonly isNarrowed = computed(() => this.current().id !== 'all' || !!this.q());
  protected readonly rowId = (draft: DraftRowFragment) => draft.id;
  protected readonly rowLink = (draft: DraftRowFragment) => ['/drafts', draft.id];
  protected readonly drafts = listResource(DraftOrdersDocument, {
    at: () => ({ after: this.after(), before: this.before() }),
    filter: () => {
      const query = this.q();
      const view = this.current();
      return { ...(query && { query }), ...('status' in view && { status: view.status }) };
    },
    params: () => ({ view: this.view(), q: this.q() }),
    pageOf: ({ draftOrders }) => draftOrders,
    noun: ['draft', 'drafts'],
  });
}

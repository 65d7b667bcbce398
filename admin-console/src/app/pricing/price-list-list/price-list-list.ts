import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucidePlus, LucideTags } from '@lucide/angular';

import { Clock } from '../../shared/format/clock';
import { calendarDay } from '../../shared/format/time';
import { ListCard } from '../../shared/list/list-card';
import { ListPage } from '../../shared/list/list-page';
import { listResource } from '../../shared/list/list-resource';
import { Badge } from '../../shared/ui/badge/badge';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { priceListState } from '../data/price-list-state';
import {
  type PriceListRowFragment,
  PriceListsDocument,
  type PriceListsQuery,
} from './price-list-list.generated';

const columns: readonly GridColumn[] = [
  { id: 'name', header: 'Name', compact: 'lead' },
  { id: 'group', header: 'For', compact: 'below', width: '200px' },
  { id: 'period', header: 'Period', compact: 'below', width: '230px' },
  { id: 'priority', header: 'Priority', compact: 'hidden', width: '90px', align: 'end' },
  { id: 'state', header: 'State', compact: 'trail', width: '120px' },
];

/** Row of the list: the price list and its group by name. */
type Row = PriceListRowFragment & { readonly groupName: string };

/** All price lists: what takes the place of base prices, for whom and when. */
@Component({
  selector: 'cw-price-list-list',
  imports: [
    Badge,
    EmptyState,
    GridCell,
    ListCard,
    LucidePlus,
    LucideTags,
    MatButton,
    PageHead,
    RouterLink,
  ],
  templateUrl: './price-list-list.html',
})
export class PriceListList extends ListPage {
  private readonly clock = inject(Clock);

  protected readonly columns = columns;
  protected readonly rowId = (list: Row) => list.id;
  protected readonly rowLink = (list: Row) => ['/pricing/price-lists', list.id];
  protected readonly lists = listResource(PriceListsDocument, {
    ...this.place,
    pageOf: withGroupNames,
    noun: ['price list', 'price lists'],
  });

  protected stateOf(list: Row) {
    return priceListState(list, this.clock.now());
  }

  protected periodOf({ startsAt, endsAt }: Row): string {
    if (startsAt && endsAt) return `${calendarDay(startsAt)} – ${calendarDay(endsAt)}`;
    if (startsAt) return `From ${calendarDay(startsAt)}`;
    return endsAt ? `Until ${calendarDay(endsAt)}` : 'Always';
  }
}

function withGroupNames({ priceLists, customerGroups }: PriceListsQuery) {
  const names = new Map(customerGroups.map(({ code, name }) => [code, name]));
  const nodes = priceLists.nodes.map((list) => ({
    ...list,
    groupName: list.customerGroup ? (names.get(list.customerGroup) ?? list.customerGroup) : '',
  }));
  return { ...priceLists, nodes };
}

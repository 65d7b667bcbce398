import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideBadgePercent, LucidePlus } from '@lucide/angular';

import { Clock } from '../../shared/format/clock';
import { ListCard } from '../../shared/list/list-card';
import { ListPage } from '../../shared/list/list-page';
import { listResource } from '../../shared/list/list-resource';
import { ListSearch } from '../../shared/list/list-search';
import { ListViews } from '../../shared/list/list-views';
import { NoMatch } from '../../shared/list/no-match';
import { Badge } from '../../shared/ui/badge/badge';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import type { PromotionRowFragment } from '../data/promotion-fragments.generated';
import { promotionSentence, promotionState } from '../data/promotion-sentence';
import { PromotionsDocument } from './promotion-list.generated';

const columns: readonly GridColumn[] = [
  { id: 'name', header: 'Name', compact: 'lead', width: '240px' },
  { id: 'sentence', header: 'What it gives', compact: 'below' },
  { id: 'uses', header: 'Uses', isNamed: true, compact: 'inline', width: '120px', align: 'end' },
  { id: 'state', header: 'State', compact: 'trail', width: '120px' },
];

const views = [
  { id: 'all', label: 'All' },
  { id: 'on', label: 'On' },
  { id: 'off', label: 'Off' },
] as const;

/** All promotions: what they give, how often they did, and whether they are offered. */
@Component({
  selector: 'cw-promotion-list',
  imports: [
    Badge,
    EmptyState,
    GridCell,
    ListCard,
    ListSearch,
    ListViews,
    LucideBadgePercent,
    LucidePlus,
    MatButton,
    NoMatch,
    PageHead,
    RouterLink,
  ],
  templateUrl: './promotion-list.html',
})
export class PromotionList extends ListPage {
  private readonly clock = inject(Clock);

  protected readonly columns = columns;
  protected override readonly views = views;
  protected readonly sentenceOf = promotionSentence;
  protected readonly rowId = (promotion: PromotionRowFragment) => promotion.id;
  protected readonly rowLink = (promotion: PromotionRowFragment) => ['/promotions', promotion.id];
  protected readonly promotions = listResource(PromotionsDocument, {
    ...this.place,
    filter: () => {
      const query = this.q();
      return {
        ...(query && { query }),
        ...(this.current() !== 'all' && { isActive: this.current() === 'on' }),
      };
    },
    pageOf: (data) => data.promotions,
    noun: ['promotion', 'promotions'],
  });

  protected stateOf(promotion: PromotionRowFragment) {
    return promotionState(promotion, this.clock.now());
  }
}

import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { LucideGift, LucidePlus } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { Clock } from '../../shared/format/clock';
import { MoneyPipe } from '../../shared/format/money';
import { calendarDay } from '../../shared/format/time';
import { ListCard } from '../../shared/list/list-card';
import { ListPage } from '../../shared/list/list-page';
import { listResource } from '../../shared/list/list-resource';
import { ListSearch } from '../../shared/list/list-search';
import { NoMatch } from '../../shared/list/no-match';
import { Badge } from '../../shared/ui/badge/badge';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import type { GiftCardRowFragment } from '../data/gift-card-fragments.generated';
import { giftCardState } from '../data/gift-card-state';
import { CodeDialog } from './code-dialog/code-dialog';
import { GiftCardsDocument } from './gift-card-list.generated';
import { type IssuedCard, IssueDialog } from './issue-dialog/issue-dialog';

const columns: readonly GridColumn[] = [
  { id: 'code', header: 'Card', compact: 'lead', width: '130px' },
  { id: 'recipient', header: 'Mailed to', isNamed: true, compact: 'below' },
  { id: 'created', header: 'Made', isNamed: true, compact: 'inline', width: '130px' },
  { id: 'expires', header: 'Pays until', isNamed: true, compact: 'inline', width: '130px' },
  { id: 'balance', header: 'Balance', compact: 'inline', align: 'end', width: '180px' },
  { id: 'state', header: 'State', compact: 'trail', width: '120px' },
];

/** All gift cards: what is left on them, and whether they still pay. */
@Component({
  selector: 'cw-gift-card-list',
  imports: [
    Badge,
    EmptyState,
    GridCell,
    ListCard,
    ListSearch,
    LucideGift,
    LucidePlus,
    MatButton,
    MoneyPipe,
    NoMatch,
    PageHead,
    RelativeTime,
  ],
  templateUrl: './gift-card-list.html',
})
export class GiftCardList extends ListPage {
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(MatDialog);

  protected readonly columns = columns;
  protected readonly calendarDay = calendarDay;
  protected readonly rowId = (card: GiftCardRowFragment) => card.id;
  protected readonly rowLink = (card: GiftCardRowFragment) => ['/gift-cards', card.id];
  protected readonly cards = listResource(GiftCardsDocument, {
    ...this.place,
    filter: () => {
      const query = this.q();
      return query ? { query } : {};
    },
    pageOf: ({ giftCards }) => giftCards,
    noun: ['gift card', 'gift cards'],
  });

  protected stateOf(card: GiftCardRowFragment) {
    return giftCardState(card, this.clock.now());
  }

  protected async issue(): Promise<void> {
    const dialog = this.dialogs.open<IssueDialog, unknown, IssuedCard>(IssueDialog, {
      width: '520px',
    });
    const issued = await firstValueFrom(dialog.afterClosed());
    if (!issued) return;
    this.cards.reload();
    // A click beside the dialog would lose the code for good.
    this.dialogs.open(CodeDialog, { data: issued, width: '520px', disableClose: true });
  }
}

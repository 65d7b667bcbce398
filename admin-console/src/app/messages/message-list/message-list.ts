import { Component, computed } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideMails } from '@lucide/angular';

import { queryResource } from '../../shared/graphql/query-resource';
import type { MessageTemplateName } from '../../shared/graphql/types.generated';
import { ListCard } from '../../shared/list/list-card';
import { ListPage } from '../../shared/list/list-page';
import { listResource } from '../../shared/list/list-resource';
import { ListSearch } from '../../shared/list/list-search';
import { ListViews } from '../../shared/list/list-views';
import { NoMatch } from '../../shared/list/no-match';
import { Badge } from '../../shared/ui/badge/badge';
import { Banner } from '../../shared/ui/banner/banner';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import type { MessageRowFragment } from '../data/message-fragments.generated';
import { messageStatusViews, messageViews, messageWhere } from '../data/message-status';
import { MailDeliveryDocument, MessagesDocument } from './message-list.generated';

const columns: readonly GridColumn[] = [
  { id: 'recipient', header: 'To', compact: 'lead', width: '230px' },
  { id: 'subject', header: 'Subject', compact: 'below' },
  { id: 'template', header: 'About', compact: 'inline', width: '170px' },
  { id: 'created', header: 'Made', compact: 'inline', width: '130px' },
  { id: 'status', header: 'Status', compact: 'trail', width: '120px' },
];

/** The mailbox of the shop: everything it told, or is about to tell, its shoppers. */
@Component({
  selector: 'cw-message-list',
  imports: [
    Badge,
    Banner,
    EmptyState,
    GridCell,
    ListCard,
    ListSearch,
    ListViews,
    LucideMails,
    MatButton,
    NoMatch,
    PageHead,
    RelativeTime,
    RouterLink,
  ],
  templateUrl: './message-list.html',
  styles: `
    cw-banner {
      margin-bottom: 16px;
    }
  `,
})
export class MessageList extends ListPage {
  protected readonly columns = columns;
  protected override readonly views = messageViews;
  protected readonly statuses = messageStatusViews;
  protected readonly rowId = (message: MessageRowFragment) => message.id;
  protected readonly rowLink = (message: MessageRowFragment) => ['/messages', message.id];
  protected readonly messages = listResource(MessagesDocument, {
    ...this.place,
    filter: () => ({ where: messageWhere(this.view(), this.q()) }),
    pageOf: ({ messages }) => messages,
    noun: ['message', 'messages'],
  });
  private readonly about = queryResource(MailDeliveryDocument, () => ({}));
  protected readonly delivery = computed(() => this.about.value()?.mailDelivery);
  private readonly titles = computed(
    () => new Map(this.about.value()?.messageTemplates.map(({ name, title }) => [name, title])),
  );

  protected titleOf(template: MessageTemplateName): string {
    return this.titles().get(template) ?? '';
  }
}

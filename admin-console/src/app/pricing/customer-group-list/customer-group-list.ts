import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { LucidePlus, LucideUsers } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { ListCard } from '../../shared/list/list-card';
import { listResource, wholeList } from '../../shared/list/list-resource';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import {
  type CustomerGroupRowFragment,
  CustomerGroupsDocument,
} from './customer-group-list.generated';
import { GroupDialog } from './group-dialog/group-dialog';
import { MembersDialog } from './members-dialog/members-dialog';

const columns: readonly GridColumn[] = [
  { id: 'name', header: 'Name', compact: 'lead' },
  { id: 'code', header: 'Code', compact: 'below', width: '220px' },
  {
    id: 'members',
    header: 'Customers',
    isNamed: true,
    compact: 'trail',
    width: '110px',
    align: 'end',
  },
  { id: 'actions', header: 'Actions', compact: 'below', width: '240px', align: 'end' },
];

/** Customers who are treated alike, such as trade; price lists and promotions name them. */
@Component({
  selector: 'cw-customer-group-list',
  imports: [EmptyState, GridCell, ListCard, LucidePlus, LucideUsers, MatButton, PageHead],
  templateUrl: './customer-group-list.html',
})
export class CustomerGroupList {
  private readonly dialogs = inject(MatDialog);

  protected readonly columns = columns;
  protected readonly rowId = (group: CustomerGroupRowFragment) => group.code;
  protected readonly groups = listResource(CustomerGroupsDocument, {
    pageOf: ({ customerGroups }) => wholeList(customerGroups),
    noun: ['group', 'groups'],
  });

  protected edit(group?: CustomerGroupRowFragment): Promise<void> {
    const dialog = this.dialogs.open(GroupDialog, { data: group, width: '480px' });
    return this.readAgainAfter(firstValueFrom(dialog.afterClosed()));
  }

  protected assign(group: CustomerGroupRowFragment): Promise<void> {
    const dialog = this.dialogs.open(MembersDialog, { data: group, width: '520px' });
    return this.readAgainAfter(firstValueFrom(dialog.afterClosed()));
  }

  private async readAgainAfter(answer: Promise<unknown>): Promise<void> {
    if (await answer) this.groups.reload();
  }
}

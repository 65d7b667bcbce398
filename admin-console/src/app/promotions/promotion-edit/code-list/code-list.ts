import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { LucideTicketPercent } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../../shared/graphql/commands';
import { ListCard } from '../../../shared/list/list-card';
import { listResource } from '../../../shared/list/list-resource';
import { injectConfirm } from '../../../shared/ui/confirm-dialog/confirm-dialog';
import { GridCell, type GridColumn } from '../../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state';
import { RelativeTime } from '../../../shared/ui/relative-time/relative-time';
import { SearchBox } from '../../../shared/ui/search-box/search-box';
import {
  CouponCodesDocument,
  type CouponCodesQuery,
  RemoveCouponCodesDocument,
} from './code-list.generated';
import { GenerateDialog } from './generate-dialog/generate-dialog';
import { NewCodesDialog } from './new-codes-dialog/new-codes-dialog';

type Code = CouponCodesQuery['couponCodes']['nodes'][number];

const columns: readonly GridColumn[] = [
  { id: 'code', header: 'Code', compact: 'lead' },
  { id: 'uses', header: 'Uses', isNamed: true, compact: 'inline', width: '140px', align: 'end' },
  { id: 'made', header: 'Made', compact: 'inline', width: '140px' },
  { id: 'actions', header: 'Actions', compact: 'trail', width: '120px', align: 'end' },
];

/** The codes that open a promotion. */
@Component({
  selector: 'cw-code-list',
  imports: [
    EmptyState,
    GridCell,
    ListCard,
    LucideTicketPercent,
    MatButton,
    RelativeTime,
    SearchBox,
  ],
  providers: [Commands],
  templateUrl: './code-list.html',
  styleUrl: './code-list.scss',
})
export class CodeList {
  private readonly commands = inject(Commands);
  private readonly confirm = injectConfirm();
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);

  readonly promotionId = input.required<string>();
  /** Name of the promotion. */
  readonly name = input.required<string>();

  protected readonly columns = columns;
  protected readonly rowId = ({ code }: Code) => code;
  protected readonly search = signal('');
  protected readonly codes = listResource(CouponCodesDocument, {
    at: () => ({}),
    filter: () => ({
      promotionId: this.promotionId(),
      ...(this.search() && { query: this.search() }),
    }),
    pageOf: ({ couponCodes }) => ({
      ...couponCodes,
      // Beyond the first page codes are found by what they begin with.
      pageInfo: { ...couponCodes.pageInfo, hasNextPage: false },
    }),
    noun: ['code', 'codes'],
  });

  protected async generate(): Promise<void> {
    const data = this.promotionId();
    const dialog = this.dialogs.open<GenerateDialog, string, readonly string[]>(GenerateDialog, {
      data,
      width: '480px',
    });
    const codes = await firstValueFrom(dialog.afterClosed());
    if (!codes) return;
    this.codes.reload();
    this.dialogs.open(NewCodesDialog, { data: { codes, name: this.name() }, width: '480px' });
  }

  protected async remove({ code, uses }: Code): Promise<void> {
    const isMeant = await this.confirm({
      heading: `Remove code ${code}?`,
      consequences: [
        'It opens nothing from now on; carts that have it lose the discount.',
        uses > 0 ? 'Orders keep what it gave them.' : 'Nobody has used it yet.',
      ],
      confirmLabel: 'Remove code',
      dismissLabel: 'Keep code',
    });
    if (!isMeant) return;
    const input = { promotionId: this.promotionId(), codes: [code] };
    const done = await this.commands.send(
      RemoveCouponCodesDocument,
      input,
      (data) => data.couponCodesRemove,
    );
    if (done) this.codes.reload();
    this.snackBar.open(
      done ? `Code ${code} was removed.` : (this.commands.problem() ?? 'Nothing was removed.'),
    );
  }
}

import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { LucideKeyRound, LucidePlus } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { Clock } from '../../shared/format/clock';
import { calendarDay } from '../../shared/format/time';
import { Commands } from '../../shared/graphql/commands';
import { ListCard } from '../../shared/list/list-card';
import { ListPage } from '../../shared/list/list-page';
import { listResource } from '../../shared/list/list-resource';
import { Badge } from '../../shared/ui/badge/badge';
import { CommandProblem } from '../../shared/ui/command-problem/command-problem';
import { injectConfirm } from '../../shared/ui/confirm-dialog/confirm-dialog';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import { apiKeyState } from '../data/api-key-state';
import { permissionLabels } from '../data/permission-labels';
import {
  ApiKeyListDocument,
  type ApiKeyRowFragment,
  RevokeApiKeyDocument,
} from './api-key-list.generated';
import { CreateKeyDialog, type NewKey } from './create-key-dialog/create-key-dialog';
import { KeySecretDialog } from './key-secret-dialog/key-secret-dialog';

const columns: readonly GridColumn[] = [
  { id: 'name', header: 'Name', compact: 'lead' },
  { id: 'key', header: 'Key', compact: 'below', width: '132px' },
  { id: 'scopes', header: 'May do', compact: 'below' },
  { id: 'used', header: 'Last used', isNamed: true, compact: 'below', width: '120px' },
  { id: 'expires', header: 'Ends', isNamed: true, compact: 'below', width: '112px' },
  { id: 'state', header: 'State', compact: 'trail', width: '108px' },
  { id: 'actions', header: 'Actions', compact: 'below', width: '104px', align: 'end' },
];

/** The keys with which programs of third parties call the API. */
@Component({
  selector: 'cw-api-key-list',
  imports: [
    Badge,
    CommandProblem,
    EmptyState,
    GridCell,
    ListCard,
    LucideKeyRound,
    LucidePlus,
    MatButton,
    MatTooltip,
    PageHead,
    RelativeTime,
  ],
  providers: [Commands],
  templateUrl: './api-key-list.html',
  styleUrl: './api-key-list.scss',
})
export class ApiKeyList extends ListPage {
  private readonly clock = inject(Clock);
  private readonly confirm = injectConfirm();
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly commands = inject(Commands);

  protected readonly columns = columns;
  protected readonly keyId = (key: ApiKeyRowFragment) => key.id;
  protected readonly rowAttributes = ({ name }: ApiKeyRowFragment) => ({
    'data-testid': 'api-key',
    'data-name': name,
  });
  protected readonly calendarDay = calendarDay;

  protected readonly keys = listResource(ApiKeyListDocument, {
    ...this.place,
    pageOf: ({ apiKeys }) => apiKeys,
    noun: ['key', 'keys'],
  });

  protected stateOf(key: ApiKeyRowFragment) {
    return apiKeyState(key, this.clock.now());
  }

  protected scopesOf({ scopes }: ApiKeyRowFragment): string {
    if (scopes.length === 0) return 'Public contract only';
    return scopes.map((scope) => permissionLabels[scope]).join(', ');
  }

  protected async create(): Promise<void> {
    const dialog = this.dialogs.open<CreateKeyDialog, unknown, NewKey>(CreateKeyDialog, {
      width: '520px',
    });
    const made = await firstValueFrom(dialog.afterClosed());
    if (!made) return;
    this.keys.reload();
    // A click beside the dialog would lose the secret for good.
    this.dialogs.open(KeySecretDialog, { data: made, width: '560px', disableClose: true });
  }

  protected async revoke(key: ApiKeyRowFragment): Promise<void> {
    const isMeant = await this.confirm({
      heading: `Revoke “${key.name}”?`,
      consequences: [
        'Programs that use this key are turned away at once.',
        'A revoked key cannot be brought back; they need a new one.',
      ],
      confirmLabel: 'Revoke key',
      dismissLabel: 'Keep key',
    });
    if (!isMeant) return;
    const input = { apiKeyId: key.id };
    const done = await this.commands.send(RevokeApiKeyDocument, input, (data) => data.apiKeyRevoke);
    if (done) this.snackBar.open(`“${key.name}” was revoked.`);
  }
}

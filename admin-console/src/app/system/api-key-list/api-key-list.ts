import { Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { LucideKeyRound, LucidePlus, LucideX } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { Clock } from '../../shared/format/clock';
import { calendarDay } from '../../shared/format/time';
import { Commands } from '../../shared/graphql/commands';
import { describeProblem } from '../../shared/graphql/graph-error';
import { queryResource } from '../../shared/graphql/query-resource';
import { Badge } from '../../shared/ui/badge/badge';
import { Banner } from '../../shared/ui/banner/banner';
import { injectConfirm } from '../../shared/ui/confirm-dialog/confirm-dialog';
import { DataGrid } from '../../shared/ui/data-grid/data-grid';
import { GridCell } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import { apiKeyState } from '../data/api-key-state';
import { permissionLabels } from '../data/permission-labels';
import { apiKeyColumns, apiKeyPaging, apiKeyVariables } from './api-key-columns';
import {
  ApiKeyListDocument,
  type ApiKeyRowFragment,
  RevokeApiKeyDocument,
} from './api-key-list.generated';
import { CreateKeyDialog, type NewKey } from './create-key-dialog/create-key-dialog';
import { KeySecretDialog } from './key-secret-dialog/key-secret-dialog';

/** The keys with which programs of third parties call the API. */
@Component({
  selector: 'cw-api-key-list',
  imports: [
    Badge,
    Banner,
    DataGrid,
    EmptyState,
    GridCell,
    LucideKeyRound,
    LucidePlus,
    LucideX,
    MatButton,
    MatIconButton,
    MatTooltip,
    RelativeTime,
  ],
  providers: [Commands],
  templateUrl: './api-key-list.html',
  styleUrl: './api-key-list.scss',
})
export class ApiKeyList {
  private readonly clock = inject(Clock);
  private readonly confirm = injectConfirm();
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly commands = inject(Commands);

  readonly after = input<string>();
  readonly before = input<string>();

  protected readonly columns = apiKeyColumns;
  protected readonly keyId = (key: ApiKeyRowFragment) => key.id;
  protected readonly rowAttributes = ({ name }: ApiKeyRowFragment) => ({
    'data-testid': 'api-key',
    'data-name': name,
  });
  protected readonly calendarDay = calendarDay;

  protected readonly keys = queryResource(ApiKeyListDocument, () =>
    apiKeyVariables(this.after(), this.before()),
  );
  private readonly page = computed(() => this.keys.value()?.apiKeys);
  protected readonly rows = computed(() => this.page()?.nodes);
  protected readonly paging = computed(() => apiKeyPaging(this.page()));
  protected readonly problem = computed(() =>
    this.keys.error() ? describeProblem(this.keys.error()) : undefined,
  );

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

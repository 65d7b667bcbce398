import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

import { Commands } from '../../../shared/graphql/commands';
import type { Permission } from '../../../shared/graphql/types.generated';
import { Session } from '../../../shared/session/session';
import { Banner } from '../../../shared/ui/banner/banner';
import { expiryOf, type KeyLifetime } from '../../data/api-key-state';
import { grantableScopes, permissionLabels } from '../../data/permission-labels';
import { CreateApiKeyDocument } from '../api-key-list.generated';

/** A key that was just made, with the secret that is told this once. */
export interface NewKey {
  readonly name: string;
  readonly secret: string;
  readonly isForPublicContract: boolean;
}

const longestName = 100;

/** Asks what a key is for, what it may do and how long, and makes it. */
@Component({
  selector: 'cw-create-key-dialog',
  imports: [
    Banner,
    FormField,
    FormRoot,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  providers: [Commands],
  templateUrl: './create-key-dialog.html',
  styleUrl: './create-key-dialog.scss',
})
export class CreateKeyDialog {
  private readonly dialog = inject<MatDialogRef<CreateKeyDialog, NewKey>>(MatDialogRef);
  protected readonly commands = inject(Commands);

  protected readonly labels = permissionLabels;
  protected readonly grantable = grantableScopes(inject(Session).staffMember()?.permissions ?? []);
  protected readonly today = new Date().toISOString().slice(0, 10);

  private readonly chosen = signal<ReadonlySet<Permission>>(new Set());
  private readonly key = signal<{ name: string; lifetime: KeyLifetime; date: string }>({
    name: '',
    lifetime: '365',
    date: '',
  });
  protected readonly fields = form(
    this.key,
    (path) => {
      required(path.name, { message: 'Say what the key is for.' });
      maxLength(path.name, longestName, { message: `Use at most ${longestName} characters.` });
      validate(path.date, ({ value, valueOf }) => {
        if (valueOf(path.lifetime) !== 'date') return undefined;
        if (!value()) return { kind: 'missing', message: 'Choose the last day.' };
        return value() < this.today
          ? { kind: 'past', message: 'Choose a day that is still to come.' }
          : undefined;
      });
    },
    { submission: { action: () => this.create() } },
  );

  protected choose(scope: Permission, isChosen: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isChosen) next.add(scope);
      else next.delete(scope);
      return next;
    });
  }

  private async create(): Promise<void> {
    const { lifetime, date } = this.key();
    const name = this.key().name.trim();
    const scopes = this.grantable.filter((scope) => this.chosen().has(scope));
    const expiresAt = expiryOf(lifetime, date, Date.now());
    const made = await this.commands.send(
      CreateApiKeyDocument,
      { name, scopes, ...(expiresAt && { expiresAt }) },
      (data) => data.apiKeyCreate,
    );
    if (!made?.secret) return;
    this.dialog.close({ name, secret: made.secret, isForPublicContract: scopes.length === 0 });
  }
}

import { Component, inject, signal } from '@angular/core';
import { maxLength, required, validate } from '@angular/forms/signals';
import { MatCheckbox } from '@angular/material/checkbox';

import { editForm } from '../../../shared/form/edit-form';
import { type Choice, Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { injectMutate } from '../../../shared/graphql/mutate';
import type { Permission } from '../../../shared/graphql/types.generated';
import { Session } from '../../../shared/session/session';
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

const lifetimes: readonly (Choice & { readonly value: KeyLifetime })[] = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: 'date', label: 'After a day of your choice' },
  { value: 'never', label: 'Never' },
];

/** Asks what a key is for, what it may do and how long, and makes it. */
@Component({
  selector: 'cw-create-key-dialog',
  imports: [Field, FormDialog, MatCheckbox],
  templateUrl: './create-key-dialog.html',
  styleUrls: ['../../../shared/form/panel.scss', './create-key-dialog.scss'],
})
export class CreateKeyDialog {
  private readonly mutate = injectMutate();

  protected readonly labels = permissionLabels;
  protected readonly lifetimes = lifetimes;
  protected readonly grantable = grantableScopes(inject(Session).staffMember()?.permissions ?? []);
  private readonly today = new Date().toISOString().slice(0, 10);

  private readonly chosen = signal<ReadonlySet<Permission>>(new Set());
  private made: NewKey | undefined;
  protected readonly key = () => this.made;
  protected readonly form = editForm({
    saved: () => ({ value: { name: '', lifetime: '365', date: '' } }),
    rules: (path) => {
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
    place: ([first = '', ...rest]) => (first === 'expiresAt' ? ['date'] : [first, ...rest]),
    send: async ({ name: typed, lifetime, date }) => {
      const name = typed.trim();
      const scopes = this.grantable.filter((scope) => this.chosen().has(scope));
      const expiresAt = expiryOf(lifetime as KeyLifetime, date, Date.now());
      const input = { name, scopes, ...(expiresAt && { expiresAt }) };
      const { apiKeyCreate } = await this.mutate(CreateApiKeyDocument, { input });
      const { secret } = apiKeyCreate;
      this.made = secret ? { name, secret, isForPublicContract: scopes.length === 0 } : undefined;
      return apiKeyCreate;
    },
  });

  protected choose(scope: Permission, isChosen: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isChosen) next.add(scope);
      else next.delete(scope);
      return next;
    });
  }
}

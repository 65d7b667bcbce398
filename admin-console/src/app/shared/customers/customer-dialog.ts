import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { queryResource } from '../graphql/query-resource';
import { SearchDialog, type SearchOutcome } from '../search-dialog/search-dialog';
import { CustomerSearchDocument } from './customer-search.generated';

/** Whom somebody chose: a customer, or an address that has no account. */
export interface ChosenCustomer {
  readonly email: string;
  /** Undefined for somebody without an account. */
  readonly account: { readonly id: string; readonly name: string } | undefined;
}

const mostFound = 12;

/** Finds a customer by name or e-mail address; an address that nobody has can be taken as it is. */
@Component({
  selector: 'cw-customer-dialog',
  imports: [MatButton, SearchDialog],
  template: `
    <cw-search-dialog
      heading="Who is it for?"
      label="Search customers by name or e-mail"
      placeholder="Name or e-mail"
      [query]="query"
      [outcome]="outcome()"
      [(text)]="search"
    >
      <ul>
        @for (customer of found()?.nodes; track customer.id) {
          <li>
            <button type="button" class="customer" (click)="choose(customer)">
              <span class="name">{{ customer.name }}</span>
              <span class="soft email">{{ customer.email }}</span>
            </button>
          </li>
        }
      </ul>
      @if (newAddress(); as email) {
        <p class="new">
          <span class="soft">Nobody has an account with this address.</span>
          <button type="button" matButton="outlined" (click)="takeAsItIs(email)">
            Use {{ email }}
          </button>
        </p>
      }
    </cw-search-dialog>
  `,
  styleUrl: './customer-dialog.scss',
})
export class CustomerDialog {
  private readonly dialog = inject<MatDialogRef<CustomerDialog, ChosenCustomer>>(MatDialogRef);

  protected readonly search = signal('');
  protected readonly query = queryResource(CustomerSearchDocument, () => ({
    first: mostFound,
    ...(this.search() && { query: this.search() }),
  }));
  protected readonly found = computed(() => this.query.value()?.customers);
  protected readonly outcome = computed((): SearchOutcome | undefined => {
    const found = this.found();
    if (!found) return undefined;
    const { nodes, pageInfo } = found;
    const more = `The newest ${nodes.length} are shown; type more to narrow them down.`;
    return {
      // An address that can be taken is something to go on with.
      shown: nodes.length + (this.newAddress() ? 1 : 0),
      spoken: `${nodes.length} ${nodes.length === 1 ? 'customer' : 'customers'} found`,
      more: pageInfo.hasNextPage ? more : undefined,
    };
  });
  /** What was typed, once it is an address that no customer has. */
  protected readonly newAddress = computed(() => {
    const email = this.search().toLowerCase();
    const found = this.found();
    if (!found || this.query.isLoading() || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return '';
    return found.nodes.some((customer) => customer.email === email) ? '' : email;
  });

  protected choose({ id, name, email }: { id: string; name: string; email: string }): void {
    this.dialog.close({ email, account: { id, name } });
  }

  protected takeAsItIs(email: string): void {
    this.dialog.close({ email, account: undefined });
  }
}

/** Asks for a customer; resolves to nothing when nobody was chosen. */
export function injectChooseCustomer(): () => Promise<ChosenCustomer | undefined> {
  const dialogs = inject(MatDialog);
  return () =>
    firstValueFrom(
      dialogs
        .open<CustomerDialog, undefined, ChosenCustomer>(CustomerDialog, {
          width: '560px',
          maxWidth: 'calc(100vw - 32px)',
          autoFocus: 'input',
        })
        .afterClosed(),
    );
}

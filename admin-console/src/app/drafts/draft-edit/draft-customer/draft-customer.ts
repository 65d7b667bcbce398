import { Component, computed, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { LucideUserSearch, LucideX } from '@lucide/angular';

import { injectChooseCustomer } from '../../../shared/customers/customer-dialog';
import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { type DraftForm, withCustomer, withoutCustomer } from '../../data/draft-form';

/** For whom a draft is: a customer who is found, or somebody of whom an address is known. */
@Component({
  selector: 'cw-draft-customer',
  imports: [Field, LucideUserSearch, LucideX, MatButton, MatIconButton],
  template: `
    <div class="who" role="group" aria-label="Customer">
      @if (customer(); as customer) {
        <p>
          <span class="name">{{ customer.name }}</span>
          <span class="soft email">{{ customer.email }}</span>
        </p>
        <button type="button" matIconButton aria-label="Take out customer" (click)="takeOut()">
          <svg lucideX aria-hidden="true"></svg>
        </button>
        <button type="button" matButton="outlined" class="find" (click)="find()">
          Change<span class="visually-hidden"> customer</span>
        </button>
      } @else {
        <p class="soft">Nobody with an account</p>
        <button type="button" matButton="outlined" class="find" (click)="find()">
          <svg lucideUserSearch aria-hidden="true"></svg>Find customer
        </button>
      }
    </div>
    <cw-field
      label="E-mail"
      kind="email"
      hint="Where messages about the order go"
      [isClearable]="true"
      [field]="form().fields.email"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .who {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 8px;
      align-items: center;
      justify-items: start;
    }
    p,
    .find {
      grid-column: 1;
    }
    .name,
    .email {
      display: block;
      overflow-wrap: anywhere;
    }
    .name {
      font-weight: 550;
    }
  `,
})
export class DraftCustomer {
  private readonly chooseCustomer = injectChooseCustomer();

  readonly form = input.required<EditForm<DraftForm>>();

  protected readonly customer = computed(() => this.form().value().customer);

  protected async find(): Promise<void> {
    const chosen = await this.chooseCustomer();
    if (!chosen) return;
    const { email, account } = chosen;
    this.form().change((draft) => withCustomer(draft, account && { ...account, email }, email));
  }

  protected takeOut(): void {
    this.form().change((draft) => withoutCustomer(draft));
  }
}

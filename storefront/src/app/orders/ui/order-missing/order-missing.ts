import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Button } from '#shared/ui/button/button';
import { EmptyState } from '#shared/ui/states/empty-state';

/** Says that there is no order behind this address. */
@Component({
  selector: 'app-order-missing',
  imports: [Button, EmptyState, RouterLink],
  template: `
    <h1 class="mb-8 text-4xl">No order here</h1>
    <app-empty-state heading="This link does not open an order">
      Check that you copied all of it: the link in your confirmation is long, and every letter
      counts.
      <a appButton actions routerLink="/">Go to the shop</a>
    </app-empty-state>
  `,
})
export class OrderMissing {}

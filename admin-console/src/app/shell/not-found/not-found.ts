import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideCompass } from '@lucide/angular';

import { EmptyState } from '../../shared/ui/empty-state/empty-state';

/** The page for an address that leads nowhere. */
@Component({
  selector: 'cw-not-found',
  imports: [EmptyState, LucideCompass, MatButton, RouterLink],
  template: `
    <cw-empty-state heading="There is no such page">
      <svg lucideCompass aria-hidden="true"></svg>
      <span emptyText>The link may be old, or the address mistyped.</span>
      <a matButton="filled" routerLink="/orders">Go to orders</a>
    </cw-empty-state>
  `,
})
export class NotFound {}

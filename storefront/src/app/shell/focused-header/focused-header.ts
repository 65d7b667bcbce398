import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LucideArrowLeft } from '@lucide/angular';

import { Logo } from '../logo/logo';

/** The head of the checkout: home, and back to the cart. Nothing else leads away. */
@Component({
  selector: 'app-focused-header',
  imports: [Logo, LucideArrowLeft, RouterLink],
  template: `
    <header class="border-line bg-paper border-b">
      <div class="shell flex items-center justify-between gap-4 py-3 lg:py-4">
        <a routerLink="/" class="inline-flex min-h-11 items-center" aria-label="Halftone, home">
          <app-logo />
        </a>
        <a
          routerLink="/cart"
          class="text-muted hover:text-ink inline-flex min-h-11 items-center gap-2 text-sm underline-offset-4 hover:underline"
        >
          <svg lucideArrowLeft [size]="17"></svg>Back to cart
        </a>
      </div>
    </header>
  `,
})
export class FocusedHeader {}

import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LucideChevronRight, LucidePackage, LucideShoppingBag } from '@lucide/angular';

import { RequestError } from '#shared/graphql/request-error';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { MarketingConsent } from './marketing-consent/marketing-consent';

/** Where a signed-in customer finds what is theirs. */
@Component({
  selector: 'app-account-overview',
  imports: [
    Button,
    LucideChevronRight,
    LucidePackage,
    LucideShoppingBag,
    MarketingConsent,
    RouterLink,
  ],
  templateUrl: './account-overview.html',
})
export class AccountOverview {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly customer = this.session.customer;
  protected readonly firstName = computed(() => this.customer()?.name.trim().split(/\s+/)[0] ?? '');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async signOut(): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/');
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problem.set(error.message);
    } finally {
      this.isBusy.set(false);
    }
  }
}

import { afterNextRender, Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { CartStore } from '#shared/cart/cart-store';
import { injectMutate } from '#shared/graphql/mutate';
import { RequestError } from '#shared/graphql/request-error';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { EmptyState } from '#shared/ui/states/empty-state';
import { ErrorState } from '#shared/ui/states/error-state';
import { Toaster } from '#shared/ui/toast/toaster';
import { CartRestoreDocument } from './cart-restore.generated';

type Attempt =
  | { readonly phase: 'running' }
  | { readonly phase: 'refused' }
  | { readonly phase: 'failed'; readonly error: RequestError };

/** The page behind the link of a mail about a cart that was left behind: it brings the cart back. */
@Component({
  selector: 'app-cart-restore',
  imports: [Button, EmptyState, ErrorState, RouterLink, Skeleton],
  templateUrl: './cart-restore.html',
})
export class CartRestore {
  private readonly mutate = injectMutate();
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly cart = inject(CartStore);
  private readonly toaster = inject(Toaster);

  /** The secret of the link, from the address. */
  readonly token = input<string>();

  protected readonly attempt = signal<Attempt>({ phase: 'running' });

  constructor() {
    afterNextRender(() => void this.restore());
  }

  protected async restore(): Promise<void> {
    this.attempt.set({ phase: 'running' });
    try {
      // Who is signed in decides which cart the items come into.
      await this.session.start();
      const { restoredLines, missingLines, userErrors } = await this.mutate(CartRestoreDocument, {
        input: { token: this.token() ?? '' },
      });
      if (userErrors.length > 0) {
        this.attempt.set({ phase: 'refused' });
        return;
      }
      this.cart.reload();
      const missing = missingLines ?? 0;
      if (missing > 0) {
        this.toaster.show(
          `${missing === 1 ? '1 item' : `${missing} items`} could not be brought back in full: too few are left.`,
        );
      } else if (restoredLines) {
        this.toaster.show('Your cart is as you left it.');
      }
      await this.router.navigateByUrl('/cart', { replaceUrl: true });
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.attempt.set({ phase: 'failed', error });
    }
  }
}

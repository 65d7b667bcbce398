import { Service, signal } from '@angular/core';
import type { Params } from '@angular/router';

/** Where in the order list the person was last, so that the way back leads there. */
@Service()
export class ListAddress {
  private readonly last = signal<Params>({});
  readonly params = this.last.asReadonly();

  remember(params: Params): void {
    this.last.set(params);
  }
}

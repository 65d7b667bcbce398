import { computed, Directive, input } from '@angular/core';

import type { ListOptions } from './list-resource';
import type { ListView } from './list-views';

/** What the address of a list page says: where in the list, what is looked for, which cut through it. */
@Directive()
export abstract class ListPage {
  readonly after = input<string>();
  readonly before = input<string>();
  readonly q = input<string>();
  readonly view = input<string>();

  /** The cuts that there are; the first is the whole of it. */
  protected readonly views: readonly ListView[] = [{ id: 'all', label: 'All' }];
  protected readonly current = computed(
    () => (this.views.find(({ id }) => id === this.view()) ?? this.views[0])?.id ?? '',
  );
  protected readonly isNarrowed = computed(
    () => this.current() !== this.views[0]?.id || !!this.q(),
  );

  /** What the list's engine is told of the address. */
  protected readonly place = {
    at: () => ({ after: this.after(), before: this.before() }),
    params: () => ({ view: this.view(), q: this.q() }),
  } satisfies Partial<ListOptions<never, never>>;
}

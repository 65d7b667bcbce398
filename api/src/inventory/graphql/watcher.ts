import type { ProductVariationType } from '../../catalog';
import { LoaderScope } from '../../platform/graphql/loader-scope';
import type { SharedMessage } from '../../platform/graphql/moments';

/** What a watcher is told at once; all who are told at the same moment load the rest together. */
export interface WatchedVariations extends SharedMessage {
  readonly variations: readonly ProductVariationType[];
  /** Those that nobody can buy any more, because they do not exist. */
  readonly goneIds: readonly string[];
}

/** A variation as it is now, and in one string what of it is watched. */
export interface VariationState {
  readonly variation: ProductVariationType | undefined;
  readonly shown: string;
}

/** One subscriber. What waits for it is at most one state of each variation: the latest. */
export class Watcher {
  readonly productIds = new Set<string>();
  private readonly told = new Map<string, string>();
  private readonly productOf = new Map<string, string>();
  private waiting = new Map<string, VariationState>();
  private scope: LoaderScope | undefined;
  private wake: (() => void) | undefined;
  private closed = false;

  constructor(private readonly ids: readonly string[]) {}

  /** The watched variations of these products. */
  idsOf(productIds: ReadonlySet<string>): string[] {
    return this.ids.filter((id) => productIds.has(this.productOf.get(id) ?? ''));
  }

  /** Takes over what is new to this watcher; `scope` has loaded it. */
  offer(states: ReadonlyMap<string, VariationState>, scope: LoaderScope): void {
    let isNew = false;
    for (const id of this.ids) {
      const state = states.get(id);
      if (!state || this.told.get(id) === state.shown) continue;
      isNew = true;
      this.told.set(id, state.shown);
      if (state.variation) this.productOf.set(id, state.variation.product.id);
      this.waiting.set(id, state);
    }
    if (!isNew) return;
    // What waits from before was loaded by another scope, whose stock may be outdated by now.
    this.scope = this.scope ? new LoaderScope() : scope;
    this.wake?.();
  }

  /** What is waiting, whenever something is. */
  async *messages(): AsyncGenerator<WatchedVariations, void, void> {
    for (;;) {
      while (this.waiting.size === 0 && !this.closed) {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
      if (this.closed) return;
      const states = this.waiting;
      const sharedAs = this.scope ?? new LoaderScope();
      this.waiting = new Map();
      this.scope = undefined;
      yield {
        variations: [...states.values()].flatMap(({ variation }) => variation ?? []),
        goneIds: [...states].filter(([, { variation }]) => !variation).map(([id]) => id),
        sharedAs,
      };
    }
  }

  close(): void {
    this.closed = true;
    this.wake?.();
  }
}

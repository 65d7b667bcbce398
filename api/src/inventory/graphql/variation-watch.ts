import { productTag, type ProductVariationType } from '../../catalog';
import type { ChangeFeed } from '../../platform/changes/change-feed';
import { EVERYTHING } from '../../platform/changes/change-log';
import { iterate } from '../../platform/events/inbox';
import { type LoaderFactory, LoaderScope } from '../../platform/graphql/loader-scope';
import { availabilityOf, lowStockOf } from '../domain/availability';
import type { StockLoader } from './stock.resolver';
import { type VariationState, type WatchedVariations, Watcher } from './watcher';

export interface VariationLoaders {
  readonly variationById: LoaderFactory<string, ProductVariationType | undefined>;
  readonly stock: StockLoader;
}

/** No watcher is told more often than this. */
const TOLD_EVERY_MS = 500;
const RETRY_MS = 1_000;

/**
 * Tells watchers when the price or stock that shoppers are shown of a variation changes. Whatever happens within
 * half a second is read once for everybody in this process, and each watcher hears only the latest state.
 */
export class VariationWatch {
  private readonly watchersOf = new Map<string, Set<Watcher>>();
  private readonly productOf = new Map<string, string>();
  /** Tags heard while somebody who is about to watch still reads. */
  private readonly joining = new Set<Set<string>>();
  private changed = new Set<string>();
  private stopListening: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private toldAt = 0;

  constructor(
    private readonly changes: Pick<ChangeFeed, 'listen'>,
    private readonly loaders: VariationLoaders,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** First how the variations are shown now, then each time how those are that have changed. */
  async follow(ids: readonly string[]): Promise<AsyncIterableIterator<WatchedVariations>> {
    const heard = new Set<string>();
    this.joining.add(heard);
    this.stopListening ??= this.changes.listen(this.hear);
    const watcher = new Watcher(ids);
    try {
      const scope = new LoaderScope();
      const states = await this.read(ids, scope);
      watcher.offer(states, scope);
      this.add(watcher, states);
      this.take(heard);
    } finally {
      this.joining.delete(heard);
      this.rest();
    }
    const close = (): void => {
      watcher.close();
      this.remove(watcher);
    };
    return iterate(watcher.messages(), close);
  }

  private add(watcher: Watcher, states: ReadonlyMap<string, VariationState>): void {
    for (const { variation } of states.values()) {
      if (!variation) continue;
      const { id } = variation.product;
      const watchers = this.watchersOf.get(id) ?? new Set();
      this.watchersOf.set(id, watchers.add(watcher));
      watcher.productIds.add(id);
      for (const group of ['price', 'stock'] as const) {
        this.productOf.set(productTag(id, group), id);
      }
    }
  }

  private remove(watcher: Watcher): void {
    for (const id of watcher.productIds) {
      const watchers = this.watchersOf.get(id);
      watchers?.delete(watcher);
      if (watchers?.size !== 0) continue;
      this.watchersOf.delete(id);
      for (const group of ['price', 'stock'] as const) {
        this.productOf.delete(productTag(id, group));
      }
    }
    this.rest();
  }

  /** Listens to nothing while nobody watches. */
  private rest(): void {
    if (this.watchersOf.size > 0 || this.joining.size > 0) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changed.clear();
    this.stopListening?.();
    this.stopListening = undefined;
  }

  private readonly hear = (tags: readonly string[]): void => {
    for (const heard of this.joining) for (const tag of tags) heard.add(tag);
    this.take(tags);
  };

  private take(tags: Iterable<string>): void {
    for (const tag of tags) {
      if (tag === EVERYTHING) for (const id of this.watchersOf.keys()) this.changed.add(id);
      const id = this.productOf.get(tag);
      if (id !== undefined) this.changed.add(id);
    }
    if (this.changed.size > 0) this.tellIn(this.toldAt + TOLD_EVERY_MS - performance.now());
  }

  private tellIn(milliseconds: number): void {
    this.timer ??= setTimeout(() => void this.tell(), Math.max(0, milliseconds)).unref();
  }

  private async tell(): Promise<void> {
    const productIds = this.changed;
    this.changed = new Set();
    const watchers = new Set([...productIds].flatMap((id) => [...(this.watchersOf.get(id) ?? [])]));
    const ids = new Set([...watchers].flatMap((watcher) => watcher.idsOf(productIds)));
    try {
      const scope = new LoaderScope();
      const states = await this.read([...ids], scope);
      for (const watcher of watchers) watcher.offer(states, scope);
      this.finish(TOLD_EVERY_MS);
    } catch (error) {
      this.onFailure(error);
      for (const id of productIds) this.changed.add(id);
      this.finish(RETRY_MS);
    }
  }

  private finish(pauseMs: number): void {
    this.timer = undefined;
    this.toldAt = performance.now();
    if (this.changed.size > 0) this.tellIn(pauseMs);
  }

  private async read(
    ids: readonly string[],
    scope: LoaderScope,
  ): Promise<ReadonlyMap<string, VariationState>> {
    const load = scope.get(this.loaders.variationById);
    const stock = scope.get(this.loaders.stock);
    const states = ids.map(async (id): Promise<[string, VariationState]> => {
      const variation = await load.load(id);
      if (!variation) return [id, { variation, shown: 'gone' }];
      const { available = 0 } = (await stock.load(variation.product)).get(id) ?? {};
      const { amount, currencyCode } = variation.price;
      const parts = [amount, currencyCode, availabilityOf(available), lowStockOf(available)];
      return [id, { variation, shown: parts.join(' ') }];
    });
    return new Map(await Promise.all(states));
  }
}

import type { DataSource, EntityManager } from 'typeorm';

import type { ChangeFeed, Moment } from './change-feed';

/**
 * Something that is read from the database once and kept until the database says that it has changed, which is asked
 * every time, in one question with everybody else who asks.
 */
export class KeptValue<T> {
  private kept:
    { readonly moment: Moment; readonly value: T; readonly tags: readonly string[] } | undefined;
  private reading: Promise<unknown> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Pick<ChangeFeed, 'current' | 'changedSince'>,
    private readonly source: {
      /** Changes of any of these make it another; some values name more themselves. */
      readonly tags: readonly string[];
      readonly tagsOf?: (value: T) => readonly string[];
      readonly read: (manager: EntityManager) => Promise<T>;
    },
  ) {}

  /** The value as of all that was committed before the call. A transaction lends its connection. */
  async current(manager: EntityManager = this.dataSource.manager): Promise<T> {
    // Before it is read: what is committed meanwhile makes it old again.
    const moment = await this.changes.current().catch(() => undefined);
    return this.at(moment, manager);
  }

  /** The value as of a moment that was asked for already, for whoever needs several; undefined where it is unknown. */
  async at(moment: Moment | undefined, manager: EntityManager): Promise<T> {
    if (!moment) return this.source.read(manager);
    const isShared = manager === this.dataSource.manager;
    // What somebody else has begun to read may be what is wanted. A transaction waits for nobody.
    if (isShared && this.reading) await this.reading.catch(() => undefined);
    const { kept } = this;
    if (kept && !this.changes.changedSince(kept.tags, kept.moment)) return kept.value;
    const reading = this.read(moment, manager);
    if (!isShared) return reading;
    this.reading = reading;
    return reading.finally(() => {
      if (this.reading === reading) this.reading = undefined;
    });
  }

  private async read(moment: Moment, manager: EntityManager): Promise<T> {
    const { tags, tagsOf, read } = this.source;
    const value = await read(manager);
    this.kept = { moment, value, tags: [...tags, ...(tagsOf?.(value) ?? [])] };
    return value;
  }
}

import type { DataSource, EntityManager } from 'typeorm';

import type { ChangeFeed, Moment } from './change-feed';

/**
 * Something that is read from the database once and kept until the database says that it has changed, which is asked
 * every time, in one question with everybody else who asks.
 */
export class KeptValue<T> {
  private kept: { readonly moment: Moment; readonly value: T } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Pick<ChangeFeed, 'current' | 'changedSince'>,
    private readonly source: {
      /** Changes of any of these make it another. */
      readonly tags: readonly string[];
      readonly read: (manager: EntityManager) => Promise<T>;
    },
  ) {}

  /** The value as of all that was committed before the call. A transaction lends its connection. */
  async current(manager: EntityManager = this.dataSource.manager): Promise<T> {
    // Before it is read: what is committed meanwhile makes it old again.
    const moment = await this.changes.current().catch(() => undefined);
    const { kept } = this;
    if (moment && kept && !this.changes.changedSince(this.source.tags, kept.moment)) {
      return kept.value;
    }
    const value = await this.source.read(manager);
    if (moment) this.kept = { moment, value };
    return value;
  }
}

import type { DataSource, EntityManager } from 'typeorm';

import type { Moment } from './change-feed';
import { KeptValue } from './kept-value';

/** A change feed that is told what changed. */
class ToldFeed {
  applied = 0;
  isDown = false;
  private readonly changed = new Map<string, number>();

  current(): Promise<Moment> {
    if (this.isDown) return Promise.reject(new Error('down'));
    return Promise.resolve({ applied: this.applied, xmin: 0, era: '' });
  }

  changedSince(tags: Iterable<string>, { applied = 0 }: Moment): boolean {
    return [...tags].some((tag) => (this.changed.get(tag) ?? 0) > applied);
  }

  change(tag: string): void {
    this.applied += 1;
    this.changed.set(tag, this.applied);
  }
}

describe('a kept value', () => {
  const own = {} as EntityManager;
  let feed: ToldFeed;
  let reads: EntityManager[];
  let failing: boolean;
  let value: KeptValue<number>;

  beforeEach(() => {
    feed = new ToldFeed();
    reads = [];
    failing = false;
    value = new KeptValue({ manager: own } as DataSource, feed, {
      tags: ['shop'],
      read: async (manager) => {
        reads.push(manager);
        if (failing) throw new Error('unreadable');
        return reads.length;
      },
    });
  });

  it('is read once, also by those who ask at the same time', async () => {
    expect(await Promise.all([value.current(), value.current()])).toEqual([1, 1]);
    expect(await value.current()).toBe(1);
  });

  it('is read again when it has changed, and not when something else has', async () => {
    await value.current();

    feed.change('products');
    expect(await value.current()).toBe(1);
    feed.change('shop');
    expect(await value.current()).toBe(2);
  });

  it('is read again when something changes that the value itself names', async () => {
    const naming = new KeptValue({ manager: own } as DataSource, feed, {
      tags: [],
      tagsOf: (each: number) => [`group:${each}`],
      read: (manager) => Promise.resolve(reads.push(manager)),
    });
    await naming.current();

    feed.change('group:2');
    expect(await naming.current()).toBe(1);
    feed.change('group:1');
    expect(await naming.current()).toBe(2);
  });

  it('is read again when it changed while it was read', async () => {
    const first = value.current();
    await feed.current();
    feed.change('shop');
    await first;

    expect(await value.current()).toBe(2);
  });

  it('is read every time while nobody knows what changed', async () => {
    await value.current();

    feed.isDown = true;

    expect([await value.current(), await value.current()]).toEqual([2, 3]);
  });

  it('is read on the connection of a transaction that asks, and kept from there', async () => {
    const lent = {} as EntityManager;

    await value.current(lent);

    expect(await value.current()).toBe(1);
    expect(reads).toEqual([lent]);
  });

  it('is read again after a failure', async () => {
    failing = true;
    await expect(value.current()).rejects.toThrow('unreadable');
    await expect(value.current({} as EntityManager)).rejects.toThrow('unreadable');

    failing = false;

    expect(await value.current()).toBe(3);
  });
});

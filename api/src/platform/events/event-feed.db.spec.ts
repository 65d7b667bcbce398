import { newId } from '../../kernel/ids';
import { accepted } from '../../kernel/result';
import { createTestApp, type TestApp } from '../../testing';
import { createLocalEventBus, type EventBus } from './event-bus';
import { EventFeed, type FeedEvent } from './event-feed';
import { EventLog } from './event-log';
import { decodeFeedCursor } from './feed-position';

describe('following a feed', () => {
  let test: TestApp;
  let bus: EventBus;
  let type: string;
  const open: AsyncIterator<unknown>[] = [];

  beforeAll(async () => {
    test = await createTestApp();
    bus = createLocalEventBus();
  });
  beforeEach(() => {
    type = newId();
  });
  afterEach(async () => {
    for (const events of open.splice(0)) await events.return?.();
  });
  afterAll(async () => {
    await bus.close();
    await test.close();
  });

  const feedOf = (name = type) =>
    new EventFeed(name, test.app.platform.dataSource, bus, (error) => {
      throw error as Error;
    });
  const follow = async (feed: EventFeed, after?: string) => {
    const events = await feed.follow(after === undefined ? undefined : decodeFeedCursor(after));
    open.push(events);
    return events;
  };
  const take = async (events: AsyncIterator<FeedEvent>, count: number): Promise<FeedEvent[]> => {
    const taken: FeedEvent[] = [];
    while (taken.length < count) {
      const next = await events.next();
      if (next.done) break;
      taken.push(next.value);
    }
    return taken;
  };
  const idsOf = (events: readonly FeedEvent[]) => events.map(({ event }) => event.aggregateId);
  /** Something happens in a transaction that ends when it is told to. */
  const begin = async (through: EventBus = bus) => {
    const id = newId();
    const log = new EventLog(test.app.platform.dataSource, through);
    const written = Promise.withResolvers<true>();
    const end = Promise.withResolvers<true>();
    const ended = test.app.platform.transactions.run(async (tx) => {
      await log.append(tx, {
        aggregateType: type,
        aggregateId: id,
        sequence: 1,
        type: 'HAPPENED',
        payload: {},
        actor: { kind: 'system' },
        occurredAt: new Date(),
      });
      written.resolve(true);
      await end.promise;
      return accepted(null);
    });
    await written.promise;
    return {
      id,
      commit: async () => {
        end.resolve(true);
        await ended;
      },
    };
  };
  const happen = async (through?: EventBus): Promise<string> => {
    const { id, commit } = await begin(through);
    await commit();
    return id;
  };

  it('gives what comes, not what was, when no position is named', async () => {
    await happen();
    const events = await follow(feedOf());
    const id = await happen();

    expect(idsOf(await take(events, 1))).toEqual([id]);
  });

  it('goes on after any event with exactly the rest, in whatever order transactions ended', async () => {
    const feed = feedOf();
    const events = await follow(feed);
    const first = await begin();
    const second = await begin();
    const third = await happen();
    const early = await take(events, 1);
    await second.commit();
    await first.commit();
    const all = [...early, ...(await take(events, 2))];
    expect(idsOf(all)[0]).toBe(third);
    expect(new Set(idsOf(all))).toEqual(new Set([first.id, second.id, third]));

    for (const [index, { cursor }] of [...all].entries()) {
      const last = await happen();
      const rest = [...idsOf(all).slice(index + 1), last];
      const resumed = await follow(feedOf(), cursor);

      const came = idsOf(await take(resumed, rest.length));
      expect(came.at(-1)).toBe(last);
      expect(new Set(came)).toEqual(new Set(rest));
      all.push(...(await take(events, 1)));
    }
  });

  it('neither loses nor repeats when it is left and taken up again at every event', async () => {
    const feed = feedOf();
    const witness = await follow(feed);
    const ids: string[] = [];
    let resumed = await follow(feed);
    const seen: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const late = await begin();
      ids.push(await happen(), await happen());
      const [event] = await take(resumed, 1);
      seen.push(event?.event.aggregateId ?? '');
      await resumed.return?.();
      await late.commit();
      ids.push(late.id);
      resumed = await follow(round % 2 === 0 ? feed : feedOf(), event?.cursor);
    }
    seen.push(...idsOf(await take(resumed, ids.length - seen.length)));

    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(idsOf(await take(witness, ids.length)).toSorted()).toEqual(ids.toSorted());
  });

  it('replays more than it reads at once', async () => {
    const feed = feedOf();
    const events = await follow(feed);
    await happen();
    const [start] = await take(events, 1);
    await test.sql(
      `INSERT INTO event_log (id, aggregate_type, aggregate_id, sequence, type, payload, actor, occurred_at)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), 1, 'HAPPENED', '{}', '{}', now()
       FROM generate_series(1, 450)`,
      [type],
    );

    const replayed = await take(await follow(feedOf(), start?.cursor), 450);

    expect(new Set(idsOf(replayed)).size).toBe(450);
    const [half] = replayed.slice(224);
    expect(idsOf(await take(await follow(feedOf(), half?.cursor), 225))).toEqual(
      idsOf(replayed.slice(225)),
    );
  });

  it('gives a slow reader everything, although what waits for it is bounded', async () => {
    const events = await follow(feedOf());
    const ids: string[] = [];
    for (let index = 0; index < 150; index += 1) ids.push(await happen());

    expect(idsOf(await take(events, 150))).toEqual(ids);
  });

  it('finds by itself what was never published', async () => {
    const events = await follow(feedOf());
    const id = await happen(createLocalEventBus());

    expect(idsOf(await take(events, 1))).toEqual([id]);
  });

  it('reads once for all who follow', async () => {
    const feed = feedOf();
    const many = await Promise.all(Array.from({ length: 20 }, () => follow(feed)));
    const pending = many.map((events) => take(events, 1));
    test.statements.length = 0;
    await happen();

    const objects = new Set((await Promise.all(pending)).map(([first]) => first?.sharedAs));
    expect(objects.size).toBe(1);
    expect(
      test.statements.filter((sql) => sql.includes('pg_visible_in_snapshot')).length,
    ).toBeLessThan(5);
  });
});

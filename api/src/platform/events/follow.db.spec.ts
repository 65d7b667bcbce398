import { newId } from '../../kernel/ids';
import { accepted } from '../../kernel/result';
import { createTestApp, eventually, type TestApp } from '../../testing';
import { aggregateChannel, createLocalEventBus, type EventBus } from './event-bus';
import { EventLog, type LoggedEvent } from './event-log';
import { EventRelay } from './event-relay';
import { followAggregate } from './follow';

describe('following an aggregate', () => {
  let test: TestApp;
  let bus: EventBus;
  let log: EventLog;

  beforeAll(async () => {
    test = await createTestApp();
    bus = createLocalEventBus();
    log = new EventLog(test.app.platform.dataSource, bus);
  });
  afterAll(async () => {
    await bus.close();
    await test.close();
  });

  const happen = (id: string, sequence: number, through: EventLog = log): Promise<unknown> =>
    test.app.platform.transactions.run(async (tx) => {
      await through.append(tx, {
        aggregateType: 'thing',
        aggregateId: id,
        sequence,
        type: 'HAPPENED',
        payload: {},
        actor: { kind: 'system' },
        occurredAt: new Date(),
      });
      return accepted(null);
    });
  const take = async (events: AsyncIterator<LoggedEvent>, count: number): Promise<number[]> => {
    const sequences: number[] = [];
    while (sequences.length < count) {
      const next = await events.next();
      if (next.done) break;
      sequences.push(next.value.sequence);
    }
    return sequences;
  };
  /** A log whose publications never arrive, as in a process that dies right after the commit. */
  const silentLog = () => new EventLog(test.app.platform.dataSource, createLocalEventBus());

  it('gives what was missed and then what comes, each once and in order', async () => {
    const id = newId();
    await happen(id, 1);
    await happen(id, 2);

    const events = await followAggregate(log, bus, { type: 'thing', id }, 1);
    await happen(id, 3);

    expect(await take(events, 2)).toEqual([2, 3]);
    await events.return?.();
  });

  it('gives only what comes when no position is named', async () => {
    const id = newId();
    await happen(id, 1);

    const events = await followAggregate(log, bus, { type: 'thing', id }, undefined);
    await happen(id, 2);

    expect(await take(events, 1)).toEqual([2]);
    await events.return?.();
  });

  it('fills the hole that a lost publication leaves', async () => {
    const id = newId();
    const events = await followAggregate(log, bus, { type: 'thing', id }, 0);
    await happen(id, 1);
    await happen(id, 2, silentLog());
    await happen(id, 3);

    expect(await take(events, 3)).toEqual([1, 2, 3]);
    await events.return?.();
  });

  it('skips what is published twice or too late', async () => {
    const id = newId();
    const events = await followAggregate(log, bus, { type: 'thing', id }, 0);
    await happen(id, 1);
    await happen(id, 2);
    for (const event of [...(await log.since('thing', id, 0))].reverse()) await bus.publish(event);
    await happen(id, 3);

    expect(await take(events, 3)).toEqual([1, 2, 3]);
    await events.return?.();
  });

  it('gives a slow reader everything, although its buffer is bounded', async () => {
    const id = newId();
    const events = await followAggregate(log, bus, { type: 'thing', id }, 0);
    for (let sequence = 1; sequence <= 150; sequence += 1) await happen(id, sequence);

    expect(await take(events, 150)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    await events.return?.();
  });

  it('ends at once when the reader leaves while waiting', async () => {
    const events = await followAggregate(log, bus, { type: 'thing', id: newId() }, 0);
    const waiting = events.next();

    await events.return?.();

    expect((await waiting).done).toBe(true);
  });

  it('is caught up by the relay when the process died between commit and publish', async () => {
    const id = newId();
    const relay = new EventRelay(test.app.platform.dataSource, bus);
    await relay.catchUp();
    const events = await followAggregate(log, bus, { type: 'thing', id }, 0);
    await happen(id, 1, silentLog());

    await eventually(async () => (await relay.catchUp()) > 0);

    expect(await take(events, 1)).toEqual([1]);
    expect(await relay.catchUp()).toBe(0);
    await events.return?.();
  });

  it('is not stepped over by the relay when a transaction commits late', async () => {
    const id = newId();
    const relay = new EventRelay(test.app.platform.dataSource, bus);
    const heard: string[] = [];
    const stop = await bus.listen(aggregateChannel('thing', id), (message) => {
      heard.push(message === 'missed' ? message : message.aggregateId);
    });
    let finishLate: () => void = () => undefined;
    const late = test.app.platform.transactions.run(async (tx) => {
      await silentLog().append(tx, {
        aggregateType: 'thing',
        aggregateId: id,
        sequence: 1,
        type: 'HAPPENED',
        payload: {},
        actor: { kind: 'system' },
        occurredAt: new Date(),
      });
      await new Promise<void>((resolve) => (finishLate = resolve));
      return accepted(null);
    });
    await happen(newId(), 1);
    await relay.catchUp();
    expect(heard).toEqual([]);

    finishLate();
    await late;
    // Transactions of other databases on the server hold the relay back as well, so it may need a second look.
    await eventually(async () => {
      await relay.catchUp();
      return heard.length > 0;
    });

    expect(heard).toEqual([id]);
    stop();
  });
});

import { Redis } from 'ioredis';
import { pino } from 'pino';

import { newId } from '../../kernel/ids';
import { eventually, testRedisUrl } from '../../testing';
import {
  aggregateChannel,
  type BusMessage,
  createLocalEventBus,
  createRedisEventBus,
  type EventBus,
  feedChannel,
} from './event-bus';
import type { LoggedEvent } from './event-log';

const log = pino({ level: 'silent' });
const connections: Redis[] = [];
const connect = (): Redis => {
  const connection = new Redis(testRedisUrl(), { maxRetriesPerRequest: null });
  connections.push(connection);
  return connection;
};

const event = (aggregateId: string, sequence: number): LoggedEvent => ({
  id: newId(),
  aggregateType: 'thing',
  aggregateId,
  sequence,
  type: 'HAPPENED',
  payload: { note: 'ö' },
  occurredAt: '2026-11-20T10:00:00.000Z',
});

/** Both adapters keep one contract. */
const adapters: [string, () => EventBus][] = [
  ['in one process', createLocalEventBus],
  ['on Redis', () => createRedisEventBus(connect, log)],
];

describe.each(adapters)('the event bus %s', (_name, create) => {
  let bus: EventBus;
  beforeEach(() => {
    bus = create();
  });
  afterEach(() => bus.close());

  it('brings an event unchanged to everyone who listens to its aggregate or its feed', async () => {
    const sent = event(newId(), 1);
    const heard: BusMessage[] = [];
    for (const channel of [aggregateChannel('thing', sent.aggregateId), feedChannel('thing')]) {
      await bus.listen(channel, (message) => heard.push(message));
    }

    await bus.publish(sent);

    await eventually(() => heard.length === 2);
    expect(heard).toEqual([sent, sent]);
  });

  it('brings nothing of other aggregates, and nothing after one stopped listening', async () => {
    const [mine, other] = [newId(), newId()];
    const heard: BusMessage[] = [];
    const stop = await bus.listen(aggregateChannel('thing', mine), (message) =>
      heard.push(message),
    );
    await bus.publish(event(other, 1));
    await bus.publish(event(mine, 1));
    await eventually(() => heard.length > 0);
    stop();
    stop();

    await bus.publish(event(mine, 2));
    const witness: BusMessage[] = [];
    await bus.listen(aggregateChannel('thing', mine), (message) => witness.push(message));
    await bus.publish(event(mine, 3));
    await eventually(() => witness.length > 0);

    expect(heard).toMatchObject([{ aggregateId: mine, sequence: 1 }]);
  });
});

describe('the event bus on Redis', () => {
  it('tells its listeners to look into the log after a lost connection', async () => {
    const bus = createRedisEventBus(connect, log);
    const heard: BusMessage[] = [];
    await bus.listen(aggregateChannel('thing', newId()), (message) => heard.push(message));

    connections.at(-1)?.disconnect(true);

    await eventually(() => heard.includes('missed'));
    await bus.close();
  });

  it('subscribes once per channel, however many listen', async () => {
    const bus = createRedisEventBus(connect, log);
    const channel = aggregateChannel('thing', newId());
    for (let index = 0; index < 50; index += 1) await bus.listen(channel, () => undefined);
    const admin = connect();

    const [, subscriptions] = (await admin.pubsub('NUMSUB', channel)) as [string, number];

    expect(subscriptions).toBe(1);
    admin.disconnect();
    await bus.close();
  });

  it('tells its listeners to look into the log when it does not hear all it says to itself', async () => {
    const admin = connect();
    const before = (await admin.pubsub('CHANNELS', 'heart:*')) as string[];
    const bus = createRedisEventBus(connect, log);
    const heard: BusMessage[] = [];
    await bus.listen(aggregateChannel('thing', newId()), (message) => heard.push(message));
    const hearts = async () =>
      ((await admin.pubsub('CHANNELS', 'heart:*')) as string[]).filter(
        (channel) => !before.includes(channel),
      );
    await eventually(async () => (await hearts()).length > 0);
    for (const heart of await hearts()) await admin.publish(heart, '3');

    await eventually(() => heard.includes('missed'));
    admin.disconnect();
    await bus.close();
  });
});

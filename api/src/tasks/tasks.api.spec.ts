import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { encodeFeedCursor } from '../platform/events/feed-position';
import {
  createTestApp,
  eventually,
  type GraphqlClient,
  signInStaff,
  type TestApp,
} from '../testing';
import { watchedJob } from './jobs/watched-job';

interface SeenTask {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly done: number;
  readonly total: number | null;
  readonly note: string | null;
}

const TASKS = '{ tasks(first: 1) { nodes { id title status done total note } totalCount } }';

describe('tasks', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let client: Client;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    const port = await test.app.listen();
    client = createClient({
      url: `ws://127.0.0.1:${port}/graphql/admin`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { accessToken: staff.accessToken },
    });
  });
  afterAll(async () => {
    await client.dispose();
    await test.close();
  });

  const newest = async (): Promise<SeenTask> => {
    const { tasks } = await staff.data<{ tasks: { nodes: SeenTask[] } }>(TASKS);
    const [task] = tasks.nodes;
    if (!task) throw new Error('There is no task.');
    return task;
  };
  const keeper = () => test.app.modules.tasks.keeper;
  const historyOf = (id: string) =>
    test.sql<{ sequence: number; type: string }>(
      'SELECT sequence, type FROM event_log WHERE aggregate_id = $1 ORDER BY sequence',
      [id],
    );
  const started = (title: string) => {
    const end = Promise.withResolvers<true>();
    const begun = Promise.withResolvers<true>();
    const ended = keeper().run({ kind: 'IMPORT', title }, async () => {
      begun.resolve(true);
      await end.promise;
    });
    return {
      begun: begun.promise,
      end: () => {
        end.resolve(true);
        return ended;
      },
    };
  };

  it('show how far they are while they run and what came of them', async () => {
    const during: SeenTask[] = [];

    await keeper().run({ kind: 'IMPORT', title: 'Kites' }, async (report) => {
      during.push(await newest());
      test.clock.advance(2);
      await report({ done: 5, total: 10 });
      during.push(await newest());
      await report({ done: 10, total: 10, note: 'All there.' });
    });

    expect([...during, await newest()]).toMatchObject([
      { title: 'Kites', status: 'RUNNING', done: 0, total: null },
      { status: 'RUNNING', done: 5, total: 10 },
      { status: 'COMPLETED', done: 10, total: 10, note: 'All there.' },
    ]);
  });

  it('are no event for each step, however many they report', async () => {
    await keeper().run({ kind: 'IMPORT', title: 'Steps' }, async (report) => {
      for (let done = 1; done <= 500; done += 1) await report({ done, total: 500 });
    });

    const task = await newest();
    expect(task).toMatchObject({ title: 'Steps', done: 500 });
    expect((await historyOf(task.id)).length).toBeLessThan(10);
  });

  it('tell their whole story to whoever asks from its beginning', async () => {
    await keeper().run({ kind: 'IMPORT', title: 'Story' }, () => Promise.resolve());
    const { id } = await newest();

    const { task } = await staff.data<{ task: { beginning: string } }>(
      'query ($id: ID!) { task(id: $id) { beginning } }',
      { id },
    );
    const events = client.iterate<{ taskEvents: { type: string } }>({
      query: `subscription ($id: ID!, $after: EventCursor) {
        taskEvents(taskId: $id, after: $after) { type }
      }`,
      variables: { id, after: task.beginning },
    });
    const told = [await events.next(), await events.next()];
    await events.return?.();

    expect(told).toMatchObject([
      { value: { data: { taskEvents: { type: 'STARTED' } } } },
      { value: { data: { taskEvents: { type: 'COMPLETED' } } } },
    ]);
  });

  it('that do not exist are nothing', async () => {
    expect(await staff.data('{ task(id: "no-such-task") { id } }')).toEqual({ task: null });
  });

  it('fail with the reason, and the work still throws', async () => {
    const work = keeper().run({ kind: 'IMPORT', title: 'Broken' }, () =>
      Promise.reject(new Error('The file ends in the middle.')),
    );

    await expect(work).rejects.toThrow('in the middle');
    expect(await newest()).toMatchObject({
      status: 'FAILED',
      note: 'The file ends in the middle.',
    });
  });

  it('are shown as interrupted once nothing is heard of them, and go on if they were only slow', async () => {
    const [now] = await test.sql<{ seen: string }>('SELECT pg_current_snapshot()::text AS seen');
    const events = client.iterate<{ taskFeed: { type: string; task: SeenTask } }>({
      query:
        'subscription ($a: EventCursor) { taskFeed(after: $a) { type task { title status } } }',
      variables: { a: encodeFeedCursor({ seen: now?.seen ?? '' }) },
    });
    const next = events.next();
    const running = started('Silent');
    await running.begun;
    test.clock.advance(61);

    const { id, status } = await newest();
    await test.runJob('interrupt-tasks');
    await test.runJob('interrupt-tasks');
    const interrupted = (await historyOf(id)).map(({ type }) => type);
    await running.end();

    expect(status).toBe('INTERRUPTED');
    expect(interrupted).toEqual(['STARTED', 'INTERRUPTED']);
    expect(await newest()).toMatchObject({ status: 'COMPLETED' });
    expect((await historyOf(id)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect((await next).value).toMatchObject({ data: { taskFeed: { task: { title: 'Silent' } } } });
    await events.return?.();
  });

  it('can be followed one by one, from the beginning or from the last event seen', async () => {
    const running = started('Followed');
    await running.begun;
    const { id } = await newest();
    const events = client.iterate<{ taskEvents: { type: string; sequence: number } }>({
      query:
        'subscription ($id: ID!, $a: EventCursor) { taskEvents(taskId: $id, after: $a) { type sequence } }',
      variables: { id, a: Buffer.from('e0').toString('base64url') },
    });

    expect((await events.next()).value).toMatchObject({
      data: { taskEvents: { type: 'STARTED', sequence: 1 } },
    });
    await running.end();
    expect((await events.next()).value).toMatchObject({
      data: { taskEvents: { type: 'COMPLETED', sequence: 2 } },
    });
    await events.return?.();
  });

  it('are found by nobody under an id that has none', async () => {
    const events = client.iterate({ query: 'subscription { taskEvents(taskId: "1") { type } }' });

    await expect(events.next()).resolves.toMatchObject({
      value: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
  });

  it('are no part of the public contract', async () => {
    expect((await test.publicClient().send(TASKS)).errors?.[0]?.message).toContain('tasks');
  });

  it('are made of the runs of a job that take long, and of no others', async () => {
    const before = await test.sql('SELECT 1 FROM task');
    const job = { name: 'sweep', intervalSeconds: 1, run: () => Promise.resolve() };
    await watchedJob(job, keeper()).run();
    expect(await test.sql('SELECT 1 FROM task')).toHaveLength(before.length);

    const end = Promise.withResolvers<true>();
    const slow = { ...job, run: () => end.promise.then(() => undefined) };
    const run = watchedJob(slow, keeper(), 1).run();
    await eventually(async () => (await newest()).title === 'sweep');
    expect(await newest()).toMatchObject({ title: 'sweep', status: 'RUNNING' });
    end.resolve(true);
    await run;

    expect(await newest()).toMatchObject({ title: 'sweep', status: 'COMPLETED' });
  });

  it('are forgotten a month after their end', async () => {
    test.clock.advance(31 * 24 * 60 * 60);
    await test.runJob('purge-tasks');

    expect(await test.sql('SELECT 1 FROM task')).toEqual([]);
  });
});

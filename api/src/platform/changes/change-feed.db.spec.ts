import { Client } from 'pg';
import { pino } from 'pino';

import { accepted, refused } from '../../kernel/result';
import { createTestApp, eventually, type TestApp } from '../../testing';
import { ChangeFeed, ChangesUnknownError } from './change-feed';
import { EVERYTHING } from './change-log';

const log = pino({ level: 'silent' });

describe('the change feed', () => {
  let test: TestApp;
  let feed: ChangeFeed;

  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());
  beforeEach(() => {
    feed = new ChangeFeed({ url: test.databaseUrl, log });
  });
  afterEach(() => feed.close());

  const change = (...tags: string[]) =>
    test.app.platform.transactions.run((tx) => {
      tx.changed(...tags);
      return Promise.resolve(accepted(null));
    });

  it('knows of a change as soon as it is committed, and only of its tags', async () => {
    const before = await feed.current();
    await change('a', 'b');
    await feed.current();

    expect(feed.changedSince(['a'], before)).toBe(true);
    expect(feed.changedSince(['x', 'b'], before)).toBe(true);
    expect(feed.changedSince(['x', 'y'], before)).toBe(false);
  });

  it('does not count what was changed before the moment', async () => {
    await change('a');
    const after = await feed.current();
    await change('b');
    await feed.current();

    expect(feed.changedSince(['a'], after)).toBe(false);
  });

  it('hears nothing of a command that was refused', async () => {
    const before = await feed.current();
    await test.app.platform.transactions.run((tx) => {
      tx.changed('a');
      return Promise.resolve(refused({ code: 'INVALID_INPUT', message: 'no' }));
    });
    await feed.current();

    expect(feed.changedSince(['a'], before)).toBe(false);
  });

  it('does not miss a transaction that began early and ended late', async () => {
    const slow = new Client({ connectionString: test.databaseUrl });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(`INSERT INTO change_log (tags) VALUES ('{slow}')`);
    await change('quick');
    const between = await feed.current();
    await slow.query('COMMIT');
    await feed.current();
    await slow.end();

    expect(feed.changedSince(['slow'], between)).toBe(true);
    expect(feed.changedSince(['quick'], between)).toBe(false);
  });

  it("judges another process's moment: never too young, whatever was open then", async () => {
    const other = new ChangeFeed({ url: test.databaseUrl, log });
    const { xmin, era } = await other.current();
    await change('a');
    await feed.current();

    expect(feed.changedSince(['a'], { xmin, era })).toBe(true);
    expect(feed.changedSince(['never changed'], { xmin, era })).toBe(false);
    // What other databases of the server had open may make a moment look older than it is, for a while.
    await eventually(async () => {
      const later = await other.current();
      return !feed.changedSince(['a'], { xmin: later.xmin, era });
    });
    await other.close();
  });

  it('trusts no moment of another server', async () => {
    const { xmin } = await feed.current();

    expect(feed.changedSince(['a'], { xmin, era: 'another' })).toBe(true);
  });

  it('takes everything for changed when told so', async () => {
    const before = await feed.current();
    await change(EVERYTHING);
    await feed.current();

    expect(feed.changedSince(['never heard of'], before)).toBe(true);
  });

  it('takes everything for changed that it had to forget', async () => {
    const forgetful = new ChangeFeed({ url: test.databaseUrl, log, memory: 2 });
    const before = await forgetful.current();
    await change('a');
    await change('b');
    await change('c');
    await forgetful.current();

    expect(forgetful.changedSince(['never heard of'], before)).toBe(true);
    await forgetful.close();
  });

  it('misses nothing while its connection is cut', async () => {
    const before = await feed.current();
    await test.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'cartwright change feed' AND datname = current_database()`,
    );
    await change('a');
    await feed.current();

    expect(feed.changedSince(['a'], before)).toBe(true);
    expect(feed.changedSince(['b'], before)).toBe(false);
  });

  it('says that it does not know when there is no database', async () => {
    const lost = new ChangeFeed({ url: 'postgres://nobody@127.0.0.1:1/none', log });

    await expect(lost.current()).rejects.toBeInstanceOf(ChangesUnknownError);
    expect(lost.isCutOff).toBe(true);
    await lost.close();
  });

  it('tells listeners without being asked, until they stop', async () => {
    await feed.current();
    const heard: string[] = [];
    const stop = feed.listen((tags) => heard.push(...tags));
    await change('a');
    await eventually(() => heard.includes('a'));
    stop();
    await change('b');
    await feed.current();

    expect(heard).not.toContain('b');
  });

  it('asks the database once for all who wait', async () => {
    const moments = await Promise.all(Array.from({ length: 100 }, () => feed.current()));

    expect(new Set(moments).size).toBe(1);
  });
});

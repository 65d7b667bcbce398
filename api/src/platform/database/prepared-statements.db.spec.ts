import type { DataSource } from 'typeorm';

import { createTestDatabase } from '../../testing/test-database';
import { createDataSource } from './data-source';
import { StatementNames } from './prepared-statements';

interface Prepared {
  readonly statement: string;
  readonly generic: string;
}

describe('prepared statements', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  const open: DataSource[] = [];
  const connect = async (prepareStatements: boolean): Promise<DataSource> => {
    const dataSource = createDataSource({
      url: database.url,
      entities: [],
      poolSize: 1,
      statementTimeoutMs: 5_000,
      prepareStatements,
    });
    open.push(dataSource);
    return dataSource.initialize();
  };
  const prepared = (dataSource: DataSource): Promise<Prepared[]> =>
    dataSource.query('SELECT statement, generic_plans AS generic FROM pg_prepared_statements');
  const repeat = async (times: number, work: () => Promise<unknown>): Promise<void> => {
    for (let time = 0; time < times; time += 1) await work();
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const dataSource of open.splice(0)) await dataSource.destroy();
  });
  afterAll(() => database.drop());

  it('are made of what is sent often, and of nothing else', async () => {
    const dataSource = await connect(true);
    await dataSource.query('SELECT $1::int AS once', [1]);

    await repeat(20, () => dataSource.query('SELECT $1::int AS often', [1]));

    const found = await prepared(dataSource);
    expect(found.map(({ statement }) => statement)).toEqual(['SELECT $1::int AS often']);
    expect(Number(found[0]?.generic)).toBeGreaterThan(0);
  });

  it('give the answers of statements that are not prepared', async () => {
    const dataSource = await connect(true);
    const answers: unknown[] = [];

    for (let number = 0; number < 12; number += 1) {
      answers.push(...(await dataSource.query('SELECT $1::int + 1 AS next', [number])));
    }

    expect(answers).toEqual(Array.from({ length: 12 }, (_, number) => ({ next: number + 1 })));
  });

  it('are not made where a pooler forbids them', async () => {
    const dataSource = await connect(false);

    await repeat(20, () => dataSource.query('SELECT $1::int AS often', [1]));

    expect(await prepared(dataSource)).toEqual([]);
  });

  it('fail once when a migration changes their tables, and then work again', async () => {
    const dataSource = await connect(true);
    await dataSource.query('CREATE TABLE changing (id int, name int)');
    const read = () => dataSource.query('SELECT * FROM changing WHERE id = $1', [1]);
    await repeat(12, read);
    await dataSource.query('ALTER TABLE changing ALTER COLUMN name TYPE text');

    await expect(read()).rejects.toThrow('cached plan');

    await repeat(12, read);
    expect((await prepared(dataSource)).length).toBeGreaterThan(0);
  });
});

describe('names of statements', () => {
  it('are the same each time, and different for different texts', () => {
    const names = new StatementNames();
    const ask = (text: string) => Array.from({ length: 10 }, () => names.nameOf(text)).at(-1);

    expect(ask('SELECT 1')).toBeDefined();
    expect(ask('SELECT 1')).toBe(ask('SELECT 1'));
    expect(ask('SELECT 1')).not.toBe(ask('SELECT 2'));
  });

  it('run out, however many texts come', () => {
    const names = new StatementNames();
    let named = 0;

    for (let text = 0; text < 5_000; text += 1) {
      for (let use = 0; use < 10; use += 1) {
        if (names.nameOf(`SELECT ${text}`) !== undefined) {
          named += 1;
          break;
        }
      }
    }

    expect(named).toBe(250);
  });

  it('are never given to texts that do not come again', () => {
    const names = new StatementNames();

    const given = Array.from({ length: 20_000 }, (_, text) => names.nameOf(`SELECT ${text}`));

    expect(given.every((name) => name === undefined)).toBe(true);
  });
});

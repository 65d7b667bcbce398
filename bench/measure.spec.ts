import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { CountingDatabase } from './database.ts';
import { failedRun, type MeasuredRun } from './load/generate-load.ts';
import { measure } from './measure.ts';
import type { Scenario } from './scenarios/scenario.ts';

const database = { stopCounting: () => Promise.resolve() } as CountingDatabase;
const about = { title: 'A scenario', group: 'reading' } as const;

function runOf(rate: number): MeasuredRun {
  return { run: { rate, p50: 1, p95: 1, p99: 1, errors: 0 }, operations: 10 };
}

function scenario(id: string, run: Scenario['run'], more: Partial<Scenario> = {}): Scenario {
  return { ...about, id, run, ...more };
}

describe('a measurement', () => {
  it('warms up, then takes the middle of the rounds', async () => {
    const rates = [1, 500, 90, 500, 110, 500, 100];
    const asked: number[] = [];
    const list = scenario('list', (seconds) => {
      asked.push(seconds);
      return Promise.resolve(runOf(rates[asked.length - 1] ?? 0));
    });

    const [result] = await measure([list], { seconds: 5, rounds: 3, restMs: 0 }, database);

    assert.equal(result?.rate, 100);
    assert.deepEqual(asked, [2, 1, 5, 1, 5, 1, 5]);
  });

  it('leaves a scenario alone after its first failure, and measures the others', async () => {
    let attempts = 0;
    const broken = scenario('broken', () => {
      attempts += 1;
      return Promise.reject(new Error('the server is gone'));
    });
    const counted = scenario('uncountable', () => Promise.resolve(runOf(1)), {
      count: () => Promise.reject(new Error('no database')),
    });
    const fine = scenario('fine', () => Promise.resolve(runOf(100)));

    const results = await measure(
      [broken, counted, fine],
      { seconds: 1, rounds: 2, restMs: 0 },
      database,
    );

    assert.equal(attempts, 1);
    assert.deepEqual(
      results.map(({ rate, errors, failure }) => [rate, errors, failure]),
      [
        [0, 1, 'the server is gone'],
        [0, 1, 'no database'],
        [100, 0, undefined],
      ],
    );
  });

  it('keeps the failure of a run whose answers were wrong', async () => {
    const wrong = scenario('wrong', () => Promise.resolve(failedRun('HTTP 500', 40)));

    const [result] = await measure([wrong], { seconds: 1, rounds: 1, restMs: 0 }, database);

    assert.deepEqual([result?.errors, result?.failure], [40, 'HTTP 500']);
  });

  it('runs once what takes long by itself', async () => {
    let runs = 0;
    const idle = scenario(
      'idle',
      () => {
        runs += 1;
        return Promise.resolve({ ...runOf(3), figures: { megabytes: 700 } });
      },
      { isOnce: true, count: () => Promise.resolve({ statements: 4 }) },
    );

    const [result] = await measure([idle], { seconds: 1, rounds: 3, restMs: 0 }, database);

    assert.equal(runs, 1);
    assert.deepEqual([result?.figures, result?.statements], [{ megabytes: 700 }, 4]);
  });
});

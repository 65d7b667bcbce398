import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { changeOf, differencesOf, ratioToLimit } from './compare.ts';
import { readOptions } from './options.ts';
import {
  type BenchResult,
  isClean,
  median,
  type Run,
  spreadOf,
  summary,
  toRun,
} from './results.ts';
import { renderTable } from './table.ts';

const run: Run = { rate: 100, p50: 1, p95: 2, p99: 3, errors: 0 };

function resultOf(rates: Readonly<Record<string, number>>): BenchResult {
  return {
    measuredAt: '2026-11-20T09:00:00.000Z',
    machine: { processor: 'A processor', cores: 2, node: 'v24.0.0', pinned: true },
    settings: { seconds: 5, connections: 16, subscribers: 1_000, bodyBytes: 22_000 },
    scenarios: Object.entries(rates).map(([id, rate]) =>
      summary({ id, title: `The ${id}`, ...(id === 'list' ? { limit: 'bound' } : {}) }, [
        { ...run, rate },
      ]),
    ),
  };
}

describe('statistics', () => {
  it('takes the middle of odd and of even numbers of values', () => {
    assert.equal(median([30, 10, 20]), 20);
    assert.equal(median([4, 1, 2, 3]), 2.5);
    assert.equal(median([]), 0);
  });

  it('tells how far runs lie apart as a part of their median', () => {
    assert.equal(spreadOf([90, 100, 110]), 0.2);
    assert.equal(spreadOf([0, 0]), 0);
  });

  it('makes a run out of durations', () => {
    const durations = Array.from({ length: 100 }, (_, index) => 100 - index);

    assert.deepEqual(toRun(durations, 2, 3), { rate: 50, p50: 50, p95: 95, p99: 99, errors: 3 });
  });

  it('sums a scenario up by medians, and adds its errors', () => {
    const runs = [
      { ...run, rate: 90, p95: 9 },
      { ...run, rate: 120, p95: 5, errors: 1 },
      { ...run, rate: 100, p95: 7, errors: 2 },
    ];

    const { rate, p95, errors, spread } = summary({ id: 'list', title: 'The list' }, runs);

    assert.deepEqual({ rate, p95, errors, spread }, { rate: 100, p95: 7, errors: 3, spread: 0.3 });
  });
});

describe('comparison', () => {
  it('calls a difference noise when the runs of either side differ as much', () => {
    const then = { rate: 100, spread: 0.02 };

    assert.equal(changeOf({ rate: 110, spread: 0.1 }, then).verdict, 'noise');
    assert.equal(changeOf({ rate: 110, spread: 0.01 }, then).verdict, 'faster');
    assert.equal(changeOf({ rate: 97, spread: 0.01 }, then).verdict, 'slower');
    assert.equal(
      changeOf({ rate: 97, spread: 0.01 }, { rate: 100, spread: 0.05 }).verdict,
      'noise',
    );
  });

  it('measures a scenario by its limit of the same run', () => {
    const { scenarios } = resultOf({ bound: 200, list: 50 });

    assert.deepEqual(
      scenarios.map((scenario) => ratioToLimit(scenario, scenarios)),
      [undefined, 0.25],
    );
  });

  it('says under which other conditions the baseline was measured', () => {
    const result = resultOf({});
    const elsewhere = { ...result, machine: { ...result.machine, cores: 8 } };

    assert.deepEqual(differencesOf(result, result), []);
    assert.deepEqual(differencesOf(result, elsewhere), ['number of cores: 2, in the baseline 8']);
  });

  it('finds a result with any error, or without any answer, unclean', () => {
    const clean = resultOf({ list: 100 });
    const [list] = clean.scenarios;

    assert.ok(isClean(clean));
    assert.ok(!isClean({ ...clean, scenarios: [{ ...list!, errors: 1 }] }));
    assert.ok(!isClean(resultOf({ list: 0 })));
  });
});

describe('table', () => {
  it('shows rates, ratios and changes beyond noise', () => {
    const table = renderTable(resultOf({ bound: 2_500, list: 1_000 }), resultOf({ list: 800 }));
    const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

    assert.deepEqual(rows[0]?.slice(0, 2), ['scenario', 'per second']);
    assert.deepEqual(
      [rows[2]?.[0], rows[2]?.[1], rows[2]?.at(-2), rows[2]?.at(-1)],
      ['The bound', '2,500', '–', '–'],
    );
    assert.deepEqual(
      [rows[3]?.[0], rows[3]?.[1], rows[3]?.at(-2), rows[3]?.at(-1)],
      ['The list', '1,000', '40 %', '+25 % faster'],
    );
  });

  it('keeps its columns under their headings', () => {
    const lines = renderTable(resultOf({ bound: 2_500, list: 1 }), undefined).split('\n');

    assert.equal(new Set(lines.slice(0, 4).map(({ length }) => length)).size, 1);
    assert.equal(lines.at(-1), 'There is no baseline to compare with.');
  });

  it('says what went wrong below the figures', () => {
    const result = resultOf({ list: 10 });
    const [list] = result.scenarios;

    assert.match(
      renderTable({ ...result, scenarios: [{ ...list!, failure: 'HTTP 500' }] }, undefined),
      /^The list: HTTP 500$/m,
    );
  });
});

describe('options', () => {
  it('measures for five seconds, or for one when in a hurry', () => {
    assert.equal(readOptions([]).seconds, 5);
    assert.equal(readOptions(['--quick']).seconds, 1);
    assert.equal(readOptions(['--quick', '--seconds', '3']).seconds, 3);
  });

  it('refuses numbers that would not end and options it does not know', () => {
    assert.throws(() => readOptions(['--seconds', '1000000']), /--seconds must be a number/);
    assert.throws(() => readOptions(['--seconds', '0']), /--seconds must be a number/);
    assert.throws(() => readOptions(['--fast']), /Usage: npm run bench/);
  });
});

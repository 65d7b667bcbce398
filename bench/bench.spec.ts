import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { choose } from './choose.ts';
import { changeOf, differencesOf, meets, ratioToLimit, targetFigure } from './compare.ts';
import { readOptions } from './options.ts';
import {
  type About,
  type BenchResult,
  type Figures,
  isClean,
  median,
  type Run,
  spreadOf,
  summary,
  type Target,
  toRun,
} from './results.ts';
import { renderTable } from './table.ts';

const run: Run = { rate: 100, p50: 1, p95: 2, p99: 3, errors: 0 };
const list: About = {
  id: 'list',
  title: 'The list',
  group: 'reading',
  limit: 'bound',
  target: { of: 'rate of limit', atLeast: 0.6 },
};

function resultOf(rates: Readonly<Record<string, number>>): BenchResult {
  return {
    measuredAt: '2026-11-20T09:00:00.000Z',
    machine: { processor: 'A processor', cores: 2, node: 'v24.0.0', pinned: true },
    settings: {
      seconds: 3,
      rounds: 3,
      connections: 16,
      subscribers: 1_000,
      idleSubscribers: 10_000,
      bodyBytes: 22_000,
    },
    scenarios: Object.entries(rates).map(([id, rate]) =>
      summary(id === 'list' ? list : { id, title: `The ${id}`, group: 'limits' }, [
        { ...run, rate },
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

    const { rate, p95, errors, spread } = summary(list, runs);

    assert.deepEqual({ rate, p95, errors, spread }, { rate: 100, p95: 7, errors: 3, spread: 0.3 });
  });
});

describe('figures', () => {
  it('takes the middle of each figure, of the runs that have it', () => {
    const runs = [
      { ...run, figures: { cpuMicroseconds: 300 } },
      { ...run, figures: { cpuMicroseconds: 100, megabytes: 50 } },
      { ...run, figures: { cpuMicroseconds: 200 } },
    ];

    assert.deepEqual(summary(list, runs).figures, { cpuMicroseconds: 200, megabytes: 50 });
  });
});

describe('targets', () => {
  const measured = (about: Partial<About>, figures: Figures = {}, p99 = 3) =>
    summary({ ...list, ...about }, [{ ...run, p99, figures }]);

  it('measures by the limit, by a time or by a figure', () => {
    const bound = measured({ id: 'bound' }, { cpuMicroseconds: 90 });
    const own = measured({}, { cpuMicroseconds: 100, computed: 1 }, 250);
    const figure = (of: Target['of']) => targetFigure(own, { of }, [bound, own]);

    assert.deepEqual(
      [figure('rate of limit'), figure('CPU of limit'), figure('p99'), figure('computed')],
      [1, 0.9, 250, 1],
    );
    assert.equal(figure('megabytes'), undefined);
  });

  it('is met by the bound itself and by what is better', () => {
    assert.ok(meets(0.6, { of: 'rate of limit', atLeast: 0.6 }));
    assert.ok(!meets(0.59, { of: 'rate of limit', atLeast: 0.6 }));
    assert.ok(meets(250, { of: 'p99', atMost: 250 }));
    assert.ok(!meets(251, { of: 'p99', atMost: 250 }));
  });

  it('says nothing of a scenario that failed', () => {
    const failed = { ...measured({}), failure: 'HTTP 500' };

    assert.equal(targetFigure(failed, { of: 'p99' }, [failed]), undefined);
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

  it('says nothing of a difference where one run shows no noise', () => {
    const once = summary(list, [run]);

    assert.equal(once.spread, undefined);
    assert.equal(changeOf(once, { rate: 50, spread: 0.1 }).verdict, 'unknown');
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
      rows.slice(2, 6).map((row) => [row[0], row[1], ...row.slice(-3)]),
      [
        ['LIMITS', '', '', '', ''],
        ['The bound', '2,500', '–', '–', '–'],
        ['READING', '', '', '', ''],
        ['The list', '1,000', '40 %', '≥ 60 %: missed, 40 %', '+25 % faster'],
      ],
    );
  });

  it('keeps its columns under their headings', () => {
    const lines = renderTable(resultOf({ bound: 2_500, list: 1 }), undefined).split('\n');

    assert.equal(new Set(lines.slice(0, 6).map(({ length }) => length)).size, 1);
    assert.equal(lines.at(-1), 'There is no baseline to compare with.');
  });

  it('says what went wrong below the figures', () => {
    const result = resultOf({ list: 10 });
    const [list] = result.scenarios;

    assert.match(
      renderTable({ ...result, scenarios: [{ ...list!, failure: 'HTTP 500' }] }, undefined),
      /^FAILED The list: HTTP 500$/m,
    );
  });

  it('shows no figures of a scenario that gave none', () => {
    const { scenarios } = resultOf({ bound: 2_500, list: 0 });
    const failed = { ...resultOf({}), scenarios };
    const row = renderTable(failed, resultOf({ list: 800 }))
      .split('\n')
      .find((line) => line.startsWith('The list'));

    assert.deepEqual(
      row?.split('|').map((cell) => cell.trim()),
      ['The list', ...Array(7).fill('–'), '0', '–', '≥ 60 %: not measured', 'failed'],
    );
  });

  it('tells below the figures what only few scenarios have', () => {
    const result = resultOf({ list: 10 });
    const [list] = result.scenarios;
    const figures = { subscribers: 10_000, megabytes: 712, bytesPerSubscriber: 61_000 };

    assert.match(
      renderTable({ ...result, scenarios: [{ ...list!, figures }] }, undefined),
      /^The list: 10,000 connected, 712 MB resident, 61 kB for each\.$/m,
    );
  });
});

describe('options', () => {
  it('measures three times for three seconds, or once for one when in a hurry', () => {
    const { seconds, rounds, idleSubscribers } = readOptions([]);

    assert.deepEqual([seconds, rounds, idleSubscribers], [3, 3, 10_000]);
    assert.deepEqual([readOptions(['--quick']).seconds, readOptions(['--quick']).rounds], [1, 1]);
    assert.equal(readOptions(['--quick', '--seconds', '3']).seconds, 3);
  });

  it('refuses numbers that would not end and options it does not know', () => {
    assert.throws(() => readOptions(['--seconds', '1000000']), /--seconds must be a number/);
    assert.throws(() => readOptions(['--seconds', '0']), /--seconds must be a number/);
    assert.throws(() => readOptions(['--fast']), /Usage: npm run bench/);
  });

  it('makes a baseline of whole runs alone', () => {
    assert.equal(readOptions(['--save-baseline']).saveBaseline, true);
    assert.throws(() => readOptions(['--save-baseline', '--only', 'list']), /whole run/);
    assert.throws(() => readOptions(['--save-baseline', '--quick']), /whole run/);
  });
});

describe('a choice', () => {
  const about = (id: string, group: About['group'], limit?: string): About => ({
    ...{ id, group, title: id },
    ...(limit === undefined ? {} : { limit }),
  });
  const all = [
    about('node', 'limits'),
    about('redis', 'limits', 'node'),
    about('hit', 'cache', 'redis'),
    about('list', 'reading'),
  ];
  const chosen = (...only: string[]) => choose(all, only).map(({ id }) => id);

  it('brings the limits of what was chosen, and theirs, in the order of the table', () => {
    assert.deepEqual(chosen('hit'), ['node', 'redis', 'hit']);
    assert.deepEqual(chosen('list'), ['list']);
    assert.deepEqual(chosen('list', 'cache'), ['node', 'redis', 'hit', 'list']);
    assert.deepEqual(chosen(), ['node', 'redis', 'hit', 'list']);
  });

  it('refuses a name that nothing has', () => {
    assert.throws(() => chosen('lists'), /There is no scenario "lists"; there are node, redis/);
  });
});

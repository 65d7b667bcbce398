import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { withFigures } from './readme.ts';
import type { BenchResult } from './results.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the README', () => {
  it('shows the figures of the baseline', () => {
    const readme = read('../README.md');

    assert.equal(withFigures(readme, JSON.parse(read('./baseline.json')) as BenchResult), readme);
  });

  it('must have a place for them', () => {
    const baseline = JSON.parse(read('./baseline.json')) as BenchResult;

    assert.throws(() => withFigures('# Cartwright', baseline), /no place for figures/);
  });
});

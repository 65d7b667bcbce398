import assert from 'node:assert/strict';
import { test } from 'node:test';

import { percentile, Timings } from './timings.ts';

test('tells the durations that half and nineteen of twenty calls stay below', () => {
  const timings = new Timings();
  for (let ms = 20; ms >= 1; ms -= 1) timings.add('cartCreate', ms);

  assert.deepEqual(timings.summary(), [{ step: 'cartCreate', calls: 20, p50: 10, p95: 19 }]);
});

test('has no percentile below the first sample', () => {
  assert.equal(percentile([7], 50), 7);
  assert.equal(percentile([], 95), 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { shareOf } from './share.ts';

test('puts what cannot be divided on the first units, so that all parts sum to the whole', () => {
  assert.deepEqual(
    [0, 1, 2].map((from) => shareOf(1_000n, 3, from, 1)),
    [334n, 333n, 333n],
  );
  assert.equal(shareOf(1_000n, 3, 0, 2) + shareOf(1_000n, 3, 2, 1), 1_000n);
});

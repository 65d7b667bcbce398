import { createFailureLimiter } from './rate-limiter';

describe('createFailureLimiter', () => {
  const allowance = { name: 'test', failures: 2, perSeconds: 60 };

  it('blocks a key after its failures, and that key only (ASVS 6.3.1)', async () => {
    const limiter = createFailureLimiter(undefined, allowance);
    await limiter.countFailure('a');
    expect(await limiter.secondsBlocked('a')).toBeUndefined();

    await limiter.countFailure('a');

    expect(await limiter.secondsBlocked('a')).toBeGreaterThan(0);
    expect(await limiter.secondsBlocked('a')).toBeLessThanOrEqual(60);
    expect(await limiter.secondsBlocked('b')).toBeUndefined();
  });

  it('starts afresh for a key that was forgiven', async () => {
    const limiter = createFailureLimiter(undefined, allowance);
    await limiter.countFailure('a');
    await limiter.countFailure('a');

    await limiter.forgive('a');

    expect(await limiter.secondsBlocked('a')).toBeUndefined();
  });
});

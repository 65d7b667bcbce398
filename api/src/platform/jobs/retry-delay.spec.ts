import { retryDelaySeconds } from './retry-delay';

describe('the wait before another try', () => {
  it('doubles from half a minute', () => {
    expect([1, 2, 3, 4].map(retryDelaySeconds)).toEqual([30, 60, 120, 240]);
  });

  it('is never longer than a quarter of an hour, so that what comes back is soon found', () => {
    expect([6, 20, 2_000].map(retryDelaySeconds)).toEqual([900, 900, 900]);
  });
});

import { afterFailure } from './message-state';

describe('a message that did not get through', () => {
  const dueSince = new Date('2026-11-20T10:00:00Z');
  const after = (hours: number): Date => new Date(dueSince.getTime() + hours * 3_600_000);

  it('is tried again after its wait', () => {
    expect(afterFailure({ dueSince }, after(0), 30)).toEqual({
      kind: 'retry',
      at: new Date('2026-11-20T10:00:30Z'),
    });
  });

  it('is given up after five days, not before', () => {
    expect(afterFailure({ dueSince }, after(119.9), 900).kind).toBe('retry');
    expect(afterFailure({ dueSince }, after(120), 900)).toEqual({ kind: 'fail' });
  });
});

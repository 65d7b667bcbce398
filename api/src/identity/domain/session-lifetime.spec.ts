import { sessionExpiry } from './session-lifetime';

describe('sessionExpiry', () => {
  const now = new Date('2026-11-20T09:00:00Z');

  it('keeps a customer signed in for 30 days and no longer (ASVS 7.3.2)', () => {
    expect(sessionExpiry('customer', now)).toEqual(new Date('2026-12-20T09:00:00Z'));
  });

  it('keeps staff signed in for 12 hours and no longer', () => {
    expect(sessionExpiry('staff', now)).toEqual(new Date('2026-11-20T21:00:00Z'));
  });
});

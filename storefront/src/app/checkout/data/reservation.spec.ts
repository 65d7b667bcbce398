import { reservationLeft } from './reservation';

const now = Date.parse('2026-11-20T10:00:00Z');

describe('reservationLeft', () => {
  it('counts minutes and seconds', () => {
    expect(reservationLeft('2026-11-20T10:09:05Z', now)).toEqual({
      expired: false,
      clock: '9:05',
      urgent: false,
    });
  });

  it('turns urgent in the last two minutes', () => {
    expect(reservationLeft('2026-11-20T10:01:30Z', now).urgent).toBe(true);
  });

  it('has expired at zero and stays there', () => {
    expect(reservationLeft('2026-11-20T09:59:00Z', now)).toEqual({
      expired: true,
      clock: '0:00',
      urgent: false,
    });
  });
});

import { TestBed } from '@angular/core/testing';

import { Session } from './session';
import { SessionApi } from './session-api';

const channels: FakeChannel[] = [];

/** Tabs of one browser, within one test. */
class FakeChannel {
  onmessage: (() => void) | null = null;

  constructor() {
    channels.push(this);
  }

  postMessage(): void {
    for (const each of channels) if (each !== this) each.onmessage?.();
  }
}

const staffMember = {
  id: 's1',
  email: 'ada@example.com',
  name: 'Ada',
  permissions: ['ORDERS_READ'],
};

function aToken(lifetimeSeconds: number, name = 'token'): string {
  return `${name}.${btoa(JSON.stringify({ iat: 0, exp: lifetimeSeconds }))}.s`;
}

function aSession(lifetimeSeconds: number, name?: string) {
  return {
    accessToken: aToken(lifetimeSeconds, name),
    accessTokenExpiresAt: new Date().toISOString(),
  };
}

function aTab(send: jest.Mock): Session {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: SessionApi, useValue: { send } }] });
  return TestBed.inject(Session);
}

const refreshed = (session: object | null) => ({
  staffSessionRefresh: { staffMember: session && staffMember, session },
});

describe('Session', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    channels.length = 0;
    Object.assign(globalThis, { BroadcastChannel: FakeChannel });
  });

  afterEach(() => jest.useRealTimers());

  it('picks up the session of the browser’s cookie', async () => {
    const session = aTab(jest.fn().mockResolvedValue(refreshed(aSession(900))));

    await session.restore();

    expect(session.isSignedIn()).toBe(true);
    expect(session.can('ORDERS_READ')).toBe(true);
    expect(session.can('ORDERS_WRITE')).toBe(false);
  });

  it('is nobody’s when the cookie stands for no session', async () => {
    const session = aTab(jest.fn().mockResolvedValue(refreshed(null)));

    await session.restore();

    expect(session.isSignedIn()).toBe(false);
    expect(await session.freshAccessToken()).toBeUndefined();
  });

  it('renews its token a minute before the end', async () => {
    const send = jest
      .fn()
      .mockResolvedValueOnce(refreshed(aSession(900, 'first')))
      .mockResolvedValueOnce(refreshed(aSession(900, 'second')));
    const session = aTab(send);
    await session.restore();

    await jest.advanceTimersByTimeAsync(839_000);
    expect(await session.freshAccessToken()).toMatch(/^first/);
    await jest.advanceTimersByTimeAsync(2_000);

    expect(await session.freshAccessToken()).toMatch(/^second/);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('asks once for all who need a new token at the same time', async () => {
    const send = jest.fn().mockResolvedValue(refreshed(aSession(900)));
    const session = aTab(send);

    await Promise.all([session.renew(), session.renew(), session.renew()]);

    expect(send).toHaveBeenCalledTimes(1);
  });

  it('tries again later when a renewal does not get through', async () => {
    const send = jest
      .fn()
      .mockResolvedValueOnce(refreshed(aSession(900)))
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValueOnce(refreshed(aSession(900, 'later')));
    const session = aTab(send);
    await session.restore();

    await jest.advanceTimersByTimeAsync(860_000);

    expect(await session.freshAccessToken()).toMatch(/^later/);
  });

  it('ends in every tab at once', async () => {
    const send = jest.fn().mockResolvedValue(refreshed(aSession(900)));
    const otherTab = aTab(send);
    await otherTab.restore();
    const session = aTab(send);
    await session.restore();

    await session.signOut();

    expect(session.isSignedIn()).toBe(false);
    expect(otherTab.isSignedIn()).toBe(false);
  });

  it('says what the person must know when signing in fails', async () => {
    const session = aTab(
      jest.fn().mockResolvedValue({
        staffSessionCreate: {
          staffMember: null,
          session: null,
          userErrors: [{ code: 'INVALID_CREDENTIALS', message: 'Wrong.' }],
        },
      }),
    );

    expect(await session.signIn('ada@example.com', 'guess')).toBe('Wrong.');
    expect(session.isSignedIn()).toBe(false);
  });
});

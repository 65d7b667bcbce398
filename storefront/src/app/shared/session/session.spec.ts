import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Socket } from '#shared/graphql/socket';
import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { AccessToken } from './access-token';
import { Session } from './session';
import { sessionHint } from './session-hint';

const customer = { __typename: 'Customer', id: 'ada', email: 'ada@example.com', name: 'Ada' };

function payload(accessToken: string | null, userErrors: object[] = []) {
  return {
    __typename: 'Payload',
    customer: accessToken ? customer : null,
    session: accessToken
      ? {
          __typename: 'Session',
          accessToken,
          accessTokenExpiresAt: new Date(Date.now() + 900_000).toISOString(),
        }
      : null,
    cartMerge: accessToken ? { __typename: 'CartMerge', mergedLines: 1, cappedLines: 0 } : null,
    userErrors,
  };
}

function setUp(api: FakeApi) {
  let reconnects = 0;
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      { provide: Socket, useValue: { reconnect: () => (reconnects += 1) } },
    ],
  });
  return {
    session: TestBed.inject(Session),
    token: TestBed.inject(AccessToken),
    reconnects: () => reconnects,
    settle: () => TestBed.inject(ApplicationRef).whenStable(),
  };
}

describe('the session', () => {
  beforeEach(() => {
    localStorage.clear();
    // jsdom has no Web Locks.
    Object.defineProperty(navigator, 'locks', {
      configurable: true,
      value: { request: (_: string, run: () => Promise<unknown>) => run() },
    });
  });

  it('asks for nothing when this browser never signed in', async () => {
    const api = new FakeApi();
    const { session } = setUp(api);

    await session.start();

    expect(api.requests).toEqual([]);
    expect(session.isSettled()).toBe(true);
    expect(session.isSignedIn()).toBe(false);
  });

  it('is taken up again after a reload', async () => {
    sessionHint.remember();
    const { session, token } = setUp(
      new FakeApi().on('SessionRefresh', () => ({ sessionRefresh: payload('t1') })),
    );

    await session.start();

    expect(session.customer()?.name).toBe('Ada');
    expect(await token.fresh()).toBe('t1');
  });

  it('is forgotten when the API knows it no longer', async () => {
    sessionHint.remember();
    const { session } = setUp(
      new FakeApi().on('SessionRefresh', () => ({ sessionRefresh: payload(null) })),
    );

    await session.start();

    expect(session.isSignedIn()).toBe(false);
    expect(sessionHint.exists()).toBe(false);
  });

  it('opens with the right password, and live streams come back with the new identity', async () => {
    const { session, token, reconnects } = setUp(
      new FakeApi().on('SessionCreate', () => ({ sessionCreate: payload('t1') })),
    );

    const result = await session.signIn('ada@example.com', 'secret-enough');

    expect(result).toMatchObject({ ok: true, cartMerge: { mergedLines: 1 } });
    expect(token.value()).toBe('t1');
    expect(sessionHint.exists()).toBe(true);
    expect(reconnects()).toBe(1);
  });

  it('reports why signing in was refused', async () => {
    const problem = {
      __typename: 'Refusal',
      code: 'INVALID_CREDENTIALS',
      message: 'E-mail or password is wrong.',
      path: null,
    };
    const { session } = setUp(
      new FakeApi().on('SessionCreate', () => ({ sessionCreate: payload(null, [problem]) })),
    );

    const result = await session.signIn('ada@example.com', 'wrong');

    expect(result).toMatchObject({ ok: false, problems: [{ code: 'INVALID_CREDENTIALS' }] });
  });

  it('asks once for a new token, however many requests need it', async () => {
    const api = new FakeApi().on('SessionRefresh', () => ({ sessionRefresh: payload('t2') }));
    const { token } = setUp(api);
    token.set('t1', new Date(Date.now() + 1_000).toISOString());

    const tokens = await Promise.all([token.fresh(), token.fresh(), token.fresh()]);

    expect(tokens).toEqual(['t2', 't2', 't2']);
    expect(api.requests).toHaveLength(1);
  });
});

import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ApolloLink, gql, type TypedDocumentNode } from '@apollo/client';
import { provideApollo } from 'apollo-angular';
import { Observable, type Subscriber } from 'rxjs';

import { createCache } from './cache';
import { liveEvents } from './live-events';
import { Socket } from './socket';

interface StepData {
  step: { number: number };
}
interface StepVariables {
  order: string;
  after?: number;
}

const StepsDocument: TypedDocumentNode<StepData, StepVariables> = gql`
  subscription Steps($order: String!, $after: Int) {
    step(order: $order, after: $after) {
      number
    }
  }
`;

interface Stream {
  readonly variables: StepVariables;
  readonly observer: Subscriber<ApolloLink.Result>;
}

function setUp() {
  const streams: Stream[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        streams.push({ variables: variables as StepVariables, observer });
      }),
  );
  const connected = signal(false);
  TestBed.configureTestingModule({
    providers: [
      provideApollo(() => ({ cache: createCache(), link })),
      { provide: Socket, useValue: { isConnected: connected } },
    ],
  });
  const order = signal<string | undefined>('HT-1');
  const live = TestBed.runInInjectionContext(() =>
    liveEvents(StepsDocument, {
      variables: () => {
        const current = order();
        return current ? { order: current } : undefined;
      },
      resume: (variables, last) => ({ ...variables, after: last.step.number }),
    }),
  );
  TestBed.inject(ApplicationRef).tick();
  return { connected, live, order, streams };
}

function send(stream: Stream | undefined, number: number): void {
  stream?.observer.next({ data: { step: { number } } });
}

describe('a live stream', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('collects events in the order in which they came', () => {
    const { live, streams } = setUp();

    send(streams[0], 1);
    send(streams[0], 2);

    expect(live.events().map(({ step }) => step.number)).toEqual([1, 2]);
    expect(live.latest()?.step.number).toBe(2);
  });

  it('goes on after the last event when it was cut off', () => {
    const { live, streams } = setUp();
    send(streams[0], 1);

    streams[0]?.observer.error(new Error('Socket closed'));
    jest.advanceTimersByTime(1_000);
    send(streams[1], 2);

    expect(streams.map(({ variables }) => variables)).toEqual([
      { order: 'HT-1' },
      { order: 'HT-1', after: 1 },
    ]);
    expect(live.events().map(({ step }) => step.number)).toEqual([1, 2]);
  });

  it('tries for ever, at most 15 seconds apart', () => {
    const { streams } = setUp();

    for (let cut = 0; cut < 30; cut++) {
      streams.at(-1)?.observer.error(new Error('Socket closed'));
      jest.advanceTimersByTime(15_000);
    }

    expect(streams).toHaveLength(31);
  });

  it('says when it is live, connecting again, or refused', () => {
    const { connected, live, streams } = setUp();
    expect(live.state()).toBe('connecting');

    connected.set(true);
    expect(live.state()).toBe('live');

    connected.set(false);
    streams[0]?.observer.error(new Error('Socket closed'));
    expect(live.state()).toBe('reconnecting');

    jest.advanceTimersByTime(1_000);
    streams[1]?.observer.next({
      errors: [{ message: 'Not yours', extensions: { code: 'FORBIDDEN' } }],
    });
    expect(live.state()).toBe('failed');
    jest.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(2);
  });

  it('begins anew for another subject', () => {
    const { live, order, streams } = setUp();
    send(streams[0], 1);

    order.set('HT-2');
    TestBed.inject(ApplicationRef).tick();

    expect(live.events()).toEqual([]);
    expect(streams[0]?.observer.closed).toBe(true);
    expect(streams[1]?.variables).toEqual({ order: 'HT-2' });
  });
});

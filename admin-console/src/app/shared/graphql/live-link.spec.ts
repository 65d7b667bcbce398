import { ApolloLink } from '@apollo/client/link';
import { gql } from 'apollo-angular';
import type { Client, Sink, SubscribePayload } from 'graphql-ws';

import { LiveLink } from './live-link';

const document = gql`
  subscription Follow($after: EventCursor) {
    orderEvents(after: $after) {
      cursor
    }
  }
`;

/** Stands in for graphql-ws, which serialises the payload for every socket it opens. */
class FakeSocketClient {
  readonly ended = jest.fn();
  payload: SubscribePayload | undefined;
  sink: Sink | undefined;

  readonly client = {
    subscribe: (payload: SubscribePayload, sink: Sink) => {
      this.payload = payload;
      this.sink = sink;
      return this.ended;
    },
  } as unknown as Client;

  connect() {
    return JSON.parse(JSON.stringify(this.payload)).variables;
  }
}

function follow(socket: FakeSocketClient, variablesAtConnect?: () => Record<string, unknown>) {
  return ApolloLink.execute(
    new LiveLink(socket.client),
    { query: document, variables: { after: 'c1' }, context: { variablesAtConnect } },
    { client: {} as never },
  );
}

describe('LiveLink', () => {
  it('goes on from the latest cursor when the socket comes back', () => {
    const socket = new FakeSocketClient();
    let after = 'c1';
    follow(socket, () => ({ after })).subscribe();
    const first = socket.connect();

    after = 'c3';

    expect(first).toEqual({ after: 'c1' });
    expect(socket.connect()).toEqual({ after: 'c3' });
  });

  it('sends the operation’s own variables when nothing else is asked for', () => {
    const socket = new FakeSocketClient();
    follow(socket).subscribe();

    expect(socket.connect()).toEqual({ after: 'c1' });
  });

  it('passes events on and ends the subscription with its reader', () => {
    const socket = new FakeSocketClient();
    const seen: unknown[] = [];
    const subscription = follow(socket).subscribe((result) => seen.push(result.data));

    socket.sink!.next({ data: { orderEvents: { cursor: 'c2' } } });
    subscription.unsubscribe();

    expect(seen).toEqual([{ orderEvents: { cursor: 'c2' } }]);
    expect(socket.ended).toHaveBeenCalled();
  });

  it('turns a closed socket into an error that says so', () => {
    const socket = new FakeSocketClient();
    const failures: Error[] = [];
    follow(socket).subscribe({ error: (error: Error) => failures.push(error) });

    socket.sink!.error({ code: 4401, reason: 'Unauthorized' });

    expect(failures[0]?.message).toBe('The live connection was closed.');
  });
});

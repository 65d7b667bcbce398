import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { aPage } from '../../testing/pages';
import { MessageList } from './message-list';

const message = {
  __typename: 'Message',
  id: 'm1',
  template: 'ORDER_PLACED',
  status: 'FAILED',
  recipient: 'maya@example.com',
  subject: null,
  orderId: 'o1',
  attempts: 5,
  resends: 0,
  lastError: 'No such mailbox',
  createdAt: '2026-11-20T09:30:00.000Z',
  nextAttemptAt: null,
  sentAt: null,
};

async function open(graph: FakeGraph, isConnected: boolean, inputs: object = {}) {
  graph
    .answer('Messages', () => ({
      messages: { __typename: 'MessageConnection', ...aPage([message]) },
    }))
    .answer('MailDelivery', () => ({
      mailDelivery: {
        __typename: 'MailDelivery',
        isConnected,
        from: 'shop@halftone.example',
        waiting: 0,
        failed: 1,
      },
      messageTemplates: [
        { __typename: 'MessageTemplate', name: 'ORDER_PLACED', title: 'Order placed' },
      ],
    }));
  await render(MessageList, {
    inputs,
    providers: [graph.provide(['MESSAGES_READ']), provideRouter([])],
  });
}

describe('the mailbox', () => {
  it('lists what was told to whom and how it went', async () => {
    await open(new FakeGraph(), true);

    const row = (await screen.findByRole('link', { name: 'maya@example.com' })).closest('tr');

    await waitFor(() => expect(row?.textContent).toMatch(/Not written yet.*Order placed.*Failed/s));
  });

  it('says that nothing leaves a shop without a mail server', async () => {
    await open(new FakeGraph(), false);

    expect(await screen.findByText(/No mail server is set up/)).toBeTruthy();
  });

  it('is narrowed by its address', async () => {
    const graph = new FakeGraph();
    await open(graph, true, { view: 'failed', q: 'maya' });

    await waitFor(() =>
      expect(graph.variablesOf('Messages')[0]).toMatchObject({
        where: { statuses: ['FAILED'], query: 'maya' },
      }),
    );
    expect(screen.getByRole('link', { name: 'Failed' }).getAttribute('aria-current')).toBe('page');
  });
});

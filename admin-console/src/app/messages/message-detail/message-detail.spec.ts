import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import type { Permission } from '../../shared/graphql/types.generated';
import { FakeGraph } from '../../testing/fake-graph';
import { press } from '../../testing/fields';
import { MessageDetail } from './message-detail';

function aMessage(given: object = {}) {
  return {
    __typename: 'Message',
    id: 'm1',
    template: 'ORDER_PLACED',
    status: 'KEPT',
    recipient: 'maya@example.com',
    subject: 'Your order HT-1001',
    orderId: 'o1',
    attempts: 1,
    resends: 0,
    lastError: null,
    createdAt: '2026-11-20T09:30:00.000Z',
    nextAttemptAt: null,
    sentAt: '2026-11-20T09:31:00.000Z',
    html: '<script>parent.document.title = "taken"</script><p>Thank you</p>',
    text: 'Thank you',
    ...given,
  };
}

async function open(
  graph: FakeGraph,
  given: object = {},
  permissions: readonly Permission[] = ['MESSAGES_READ', 'MESSAGES_WRITE'],
) {
  graph.answer('MessagePage', () => ({ message: aMessage(given) }));
  await render(MessageDetail, {
    inputs: { id: 'm1' },
    providers: [graph.provide(permissions), provideRouter([])],
  });
  return screen.findByRole('heading', { level: 1 });
}

describe('a message', () => {
  it('is shown in a frame that may do nothing at all', async () => {
    await open(new FakeGraph());

    const frame = screen.getByTitle<HTMLIFrameElement>('Message as its reader sees it');

    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.srcdoc).toContain('<p>Thank you</p>');
  });

  it('can be read as plain text', async () => {
    await open(new FakeGraph());

    screen.getByRole('radio', { name: 'Plain text' }).click();

    expect((await screen.findByLabelText('Message as plain text')).textContent).toBe('Thank you');
  });

  it('is sent again after a question', async () => {
    const graph = new FakeGraph().answer('ResendMessage', () => ({
      messageResend: {
        __typename: 'MessageResendPayload',
        message: aMessage({ status: 'WAITING' }),
        userErrors: [],
      },
    }));
    await open(graph);

    press('Send again');
    press('Send again', await screen.findByRole('dialog'));

    await waitFor(() => expect(graph.inputsOf('ResendMessage')).toEqual([{ messageId: 'm1' }]));
    expect(await screen.findByText('Waiting')).toBeTruthy();
  });

  it('that failed says why and is tried again without a question', async () => {
    const graph = new FakeGraph().answer('ResendMessage', () => ({
      messageResend: {
        __typename: 'MessageResendPayload',
        message: aMessage({ status: 'WAITING' }),
        userErrors: [],
      },
    }));
    await open(graph, { status: 'FAILED', attempts: 5, lastError: 'No such mailbox' });
    expect(screen.getByRole('alert').textContent).toMatch(/5 times.*No such mailbox/s);

    press('Send again');

    await waitFor(() => expect(graph.inputsOf('ResendMessage')).toHaveLength(1));
  });

  it('cannot be sent by staff who may only read', async () => {
    await open(new FakeGraph(), {}, ['MESSAGES_READ']);

    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
  });
});

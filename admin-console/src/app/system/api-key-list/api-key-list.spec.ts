import { provideRouter } from '@angular/router';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';

import type { Permission } from '../../shared/graphql/types.generated';
import { aGraphError, FakeGraph } from '../../testing/fake-graph';
import { faultAt } from '../../testing/fields';
import { ApiKeyList } from './api-key-list';
import type { ApiKeyRowFragment } from './api-key-list.generated';

function aKey(given: Partial<ApiKeyRowFragment> = {}) {
  return {
    __typename: 'ApiKey' as const,
    id: 'k1',
    name: 'Price comparison',
    prefix: 'cwk_Ab3dE6gH',
    scopes: [],
    createdBy: 'Ada',
    createdAt: '2026-11-20T09:30:00.000Z',
    lastUsedAt: null,
    expiresAt: null,
    revokedAt: null,
    ...given,
  };
}

function aPageOf(...nodes: readonly ReturnType<typeof aKey>[]) {
  const pageInfo = { hasNextPage: false, hasPreviousPage: false };
  return {
    apiKeys: {
      __typename: 'ApiKeyConnection',
      nodes,
      totalCount: nodes.length,
      pageInfo: { __typename: 'PageInfo', ...pageInfo, startCursor: null, endCursor: null },
    },
  };
}

function made(name: string) {
  return {
    apiKeyCreate: {
      __typename: 'ApiKeyCreatePayload',
      apiKey: aKey({ id: 'k2', name }),
      secret: 'cwk_the-whole-secret',
      userErrors: [],
    },
  };
}

async function openList(
  graph: FakeGraph,
  permissions: readonly Permission[] = ['API_KEYS_WRITE', 'ORDERS_READ'],
) {
  await render(ApiKeyList, { providers: [graph.provide(permissions), provideRouter([])] });
}

function pressCreate() {
  const [button] = screen.getAllByRole('button', { name: 'Create key' });
  if (button) fireEvent.click(button);
  return screen.findByRole('dialog', { name: 'Create an API key' });
}

function fillIn(dialog: HTMLElement, name: string) {
  fireEvent.input(within(dialog).getByRole('textbox', { name: 'Name' }), {
    target: { value: name },
  });
}

describe('the list of API keys', () => {
  it('shows what each key is for, what it may do and how it stands', async () => {
    const revoked = aKey({
      id: 'k2',
      name: 'Old feed',
      scopes: ['ORDERS_READ'],
      revokedAt: '2026-11-20T09:40:00.000Z',
    });
    await openList(new FakeGraph().answer('ApiKeyList', () => aPageOf(aKey(), revoked)));

    const [first, second] = await screen.findAllByTestId('api-key');

    expect(first?.textContent).toMatch(/Price comparison.*by Ada.*cwk_Ab3dE6gH…/s);
    expect(first?.textContent).toMatch(/Public contract only.*never.*Active/s);
    expect(second?.textContent).toMatch(/Old feed.*See orders and their customers.*Revoked/s);
  });

  it('offers to make the first key', async () => {
    await openList(new FakeGraph().answer('ApiKeyList', () => aPageOf()));

    expect(await screen.findByText('No program has a key yet')).toBeTruthy();
    expect(await pressCreate()).toBeTruthy();
  });

  it('lets nobody hand on what they do not have, nor the handing out itself', async () => {
    await openList(new FakeGraph().answer('ApiKeyList', () => aPageOf()));

    const dialog = await pressCreate();
    const scopes = within(dialog).getAllByRole('checkbox');

    expect(scopes).toHaveLength(1);
    expect(
      within(dialog).getByRole('checkbox', { name: 'See orders and their customers' }),
    ).toBeTruthy();
  });

  it('makes a key and shows its secret once', async () => {
    const graph = new FakeGraph()
      .answer('ApiKeyList', () => aPageOf())
      .answer('CreateApiKey', () => made('Price comparison'));
    await openList(graph);
    const dialog = await pressCreate();
    fillIn(dialog, 'Price comparison');
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /See orders/ }));
    fireEvent.input(within(dialog).getByRole('combobox', { name: 'Ends' }), {
      target: { value: 'never' },
    });

    fireEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));

    const secret = await screen.findByRole<HTMLInputElement>('textbox', {
      name: 'Secret of the key',
    });
    expect(secret.value).toBe('cwk_the-whole-secret');
    expect(screen.getByText(/This is the only time it is shown/)).toBeTruthy();
    expect(graph.inputsOf('CreateApiKey')).toEqual([
      { name: 'Price comparison', scopes: ['ORDERS_READ'] },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'I have stored the key' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.body.textContent).not.toContain('cwk_the-whole-secret');
    expect(graph.variablesOf('ApiKeyList')).toHaveLength(2);
  });

  it('wants to know what a key is for', async () => {
    const graph = new FakeGraph().answer('ApiKeyList', () => aPageOf());
    await openList(graph);
    const dialog = await pressCreate();

    fireEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));

    expect(await screen.findByText('Say what the key is for.')).toBeTruthy();
    expect(graph.inputsOf('CreateApiKey')).toEqual([]);
  });

  it('asks for the last day where that is chosen', async () => {
    const graph = new FakeGraph()
      .answer('ApiKeyList', () => aPageOf())
      .answer('CreateApiKey', () => made('Feed'));
    await openList(graph);
    const dialog = await pressCreate();
    fillIn(dialog, 'Feed');
    fireEvent.input(within(dialog).getByRole('combobox', { name: 'Ends' }), {
      target: { value: 'date' },
    });
    const day = await within(dialog).findByLabelText('Last day');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));
    expect(await screen.findByText('Choose the last day.')).toBeTruthy();

    fireEvent.input(day, { target: { value: '2099-12-24' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));

    await screen.findByRole('textbox', { name: 'Secret of the key' });
    expect(graph.inputsOf('CreateApiKey')).toEqual([
      { name: 'Feed', scopes: [], expiresAt: new Date('2099-12-24T23:59:59').toISOString() },
    ]);
  });

  it('says at the field why no key was made', async () => {
    const userErrors = [
      {
        __typename: 'InvalidInput',
        code: 'INVALID_INPUT',
        message: 'Please use a shorter name.',
        path: ['name'],
      },
    ];
    const graph = new FakeGraph()
      .answer('ApiKeyList', () => aPageOf())
      .answer('CreateApiKey', () => ({
        apiKeyCreate: {
          __typename: 'ApiKeyCreatePayload',
          apiKey: null,
          secret: null,
          userErrors,
        },
      }));
    await openList(graph);
    const dialog = await pressCreate();
    fillIn(dialog, 'Feed');

    fireEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));

    await waitFor(() => expect(faultAt('Name')).toBe('Please use a shorter name.'));
    expect(screen.queryByRole('textbox', { name: 'Secret of the key' })).toBeNull();
  });

  it('revokes a key once that is confirmed', async () => {
    const graph = new FakeGraph()
      .answer('ApiKeyList', () => aPageOf(aKey()))
      .answer('RevokeApiKey', () => ({
        apiKeyRevoke: {
          __typename: 'ApiKeyRevokePayload',
          apiKey: aKey({ revokedAt: '2026-11-20T09:40:00.000Z' }),
          userErrors: [],
        },
      }));
    await openList(graph);

    fireEvent.click(await screen.findByRole('button', { name: 'Revoke Price comparison' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke “Price comparison”?' });
    expect(graph.inputsOf('RevokeApiKey')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Revoke key' }));

    expect(await screen.findByText('Revoked')).toBeTruthy();
    expect(graph.inputsOf('RevokeApiKey')).toEqual([{ apiKeyId: 'k1' }]);
    expect(screen.queryByRole('button', { name: 'Revoke Price comparison' })).toBeNull();
  });

  it('says when a key could not be revoked', async () => {
    const graph = new FakeGraph()
      .answer('ApiKeyList', () => aPageOf(aKey()))
      .answer('RevokeApiKey', () => {
        throw aGraphError('INTERNAL_SERVER_ERROR');
      });
    await openList(graph);

    fireEvent.click(await screen.findByRole('button', { name: 'Revoke Price comparison' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke key' }));

    expect((await screen.findByRole('alert')).textContent).toContain('The key was not revoked.');
  });

  it('offers another try when the keys cannot be read', async () => {
    const graph = new FakeGraph().answer('ApiKeyList', () => {
      throw aGraphError('INTERNAL_SERVER_ERROR');
    });
    await openList(graph);
    const retry = await screen.findByRole('button', { name: 'Try again' });

    graph.answer('ApiKeyList', () => aPageOf(aKey()));
    fireEvent.click(retry);

    expect(await screen.findByTestId('api-key')).toBeTruthy();
  });
});

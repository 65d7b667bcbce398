import { provideRouter, Router, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';

import { aGraphError, FakeGraph } from '../../testing/fake-graph';
import { aCache, aKeptAnswer, someKeptAnswers } from '../../testing/kept-answers';
import { CachePage } from './cache-page';

async function openCache(graph: FakeGraph, path = '/system/cache') {
  const { fixture } = await render('<router-outlet />', {
    imports: [RouterOutlet],
    providers: [
      graph.provide(['SYSTEM_MANAGE']),
      provideRouter([{ path: 'system/cache', component: CachePage }], withComponentInputBinding()),
    ],
  });
  const router = fixture.debugElement.injector.get(Router);
  await router.navigateByUrl(path);
  return router;
}

function aPage(keptAnswers = someKeptAnswers([aKeptAnswer()]), responseCache = aCache()) {
  return { responseCache, keptAnswers };
}

function aGraph(): FakeGraph {
  return new FakeGraph()
    .answer('CachePage', () => aPage())
    .answer('PurgeKeptAnswers', () => ({
      responseCachePurge: {
        __typename: 'ResponseCachePurgePayload',
        responseCache: aCache(),
        userErrors: [],
      },
    }));
}

describe('cache page', () => {
  it('shows how much is kept and how often it was of use', async () => {
    await openCache(aGraph());

    const row = await screen.findByRole('row', { name: /ProductPage/ });

    expect(within(row).getByText('90%')).toBeTruthy();
    expect(screen.getByText('1.4 MB')).toBeTruthy();
    expect(screen.getByText('Reachable')).toBeTruthy();
    expect(screen.getByText(/the one process that answered at/)).toBeTruthy();
  });

  it('says when the store that processes share cannot be reached', async () => {
    const cache = aCache({ storeAvailable: false });
    await openCache(aGraph().answer('CachePage', () => aPage(undefined, cache)));

    expect(await screen.findByText('Cannot be reached')).toBeTruthy();
  });

  it('shows of an answer what it depends on and how it was asked for', async () => {
    await openCache(aGraph());
    const button = await screen.findByRole('button', { name: 'ProductPage' });
    expect(button.getAttribute('aria-expanded')).toBe('false');

    fireEvent.click(button);

    const link = await screen.findByRole('link', { name: 'product:p1:price' });
    expect(link.getAttribute('href')).toBe('/system/cache?tag=product:p1:price');
    expect(screen.getByLabelText('Variables').textContent).toContain('"night-swell"');
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  it('tells a current answer from one that has aged', async () => {
    const answers = [aKeptAnswer({ key: 'a' }), aKeptAnswer({ key: 'b', isCurrent: false })];
    await openCache(aGraph().answer('CachePage', () => aPage(someKeptAnswers(answers))));

    const rows = await screen.findAllByTestId('kept-answer');

    expect(rows.map((row) => within(row).getByText(/Current|Aged/).textContent)).toEqual([
      'Current',
      'Aged',
    ]);
  });

  it('asks for what the address narrows the list to', async () => {
    const graph = aGraph();

    await openCache(graph, '/system/cache?operation=product&tag=shop');

    expect(await screen.findByDisplayValue('shop')).toBeTruthy();
    expect(graph.variablesOf('CachePage')).toEqual([
      { first: 25, operation: 'product', tag: 'shop' },
    ]);
  });

  it('writes what is searched into the address', async () => {
    const router = await openCache(aGraph());

    const box = await screen.findByRole('searchbox', { name: 'Filter by operation' });
    fireEvent.input(box, { target: { value: 'home' } });
    fireEvent.keyDown(box, { key: 'Enter' });

    await waitFor(() => expect(router.url).toBe('/system/cache?operation=home'));
  });

  it('reads a longer list from the top when more are wanted', async () => {
    const all = Array.from({ length: 30 }, (_, index) => aKeptAnswer({ key: `k${index}` }));
    const graph = aGraph().answer('CachePage', ({ first }) =>
      aPage(someKeptAnswers(all.slice(0, Number(first)), all.length)),
    );
    await openCache(graph);
    expect(await screen.findByText(/25 of 30 shown/)).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Load more' }));

    expect(await screen.findByText(/30 of 30 shown/)).toBeTruthy();
    expect(screen.getAllByTestId('kept-answer')).toHaveLength(30);
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('purges everything once that is confirmed, and reads again', async () => {
    const graph = aGraph();
    await openCache(graph);
    await screen.findByTestId('kept-answer');

    fireEvent.click(screen.getByRole('button', { name: 'Purge everything' }));
    const dialog = await screen.findByRole('dialog', { name: 'Purge every kept answer?' });
    expect(graph.inputsOf('PurgeKeptAnswers')).toEqual([]);
    graph.answer('CachePage', () => aPage(someKeptAnswers([])));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Purge everything' }));

    expect(await screen.findByText('Nothing is kept')).toBeTruthy();
    expect(graph.inputsOf('PurgeKeptAnswers')).toEqual([{ everything: true }]);
  });

  it('leaves everything alone when the answer is no', async () => {
    const graph = aGraph();
    await openCache(graph);

    fireEvent.click(screen.getByRole('button', { name: 'Purge everything' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep them' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(graph.inputsOf('PurgeKeptAnswers')).toEqual([]);
  });

  it('purges the tags that are given, beginning with the one in the filter', async () => {
    const graph = aGraph();
    await openCache(graph, '/system/cache?tag=shop');

    fireEvent.click(screen.getByRole('button', { name: 'Purge by tag' }));
    const field = await screen.findByRole('textbox', { name: 'Tags' });
    expect((field as HTMLTextAreaElement).value).toBe('shop');
    fireEvent.input(field, { target: { value: 'shop\nproduct:p1:price' } });
    fireEvent.click(screen.getByRole('button', { name: 'Purge answers' }));

    await waitFor(() =>
      expect(graph.inputsOf('PurgeKeptAnswers')).toEqual([{ tags: ['shop', 'product:p1:price'] }]),
    );
  });

  it('wants at least one tag', async () => {
    const graph = aGraph();
    await openCache(graph);

    fireEvent.click(screen.getByRole('button', { name: 'Purge by tag' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Purge answers' }));

    expect(await screen.findByText('Give at least one tag.')).toBeTruthy();
    expect(graph.inputsOf('PurgeKeptAnswers')).toEqual([]);
  });

  it('says why nothing was purged', async () => {
    const graph = aGraph().answer('PurgeKeptAnswers', () => {
      throw aGraphError('FORBIDDEN');
    });
    await openCache(graph);

    fireEvent.click(screen.getByRole('button', { name: 'Purge everything' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Purge everything' }));

    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was purged.');
  });

  it('offers another try when the cache cannot be read', async () => {
    const graph = aGraph().answer('CachePage', () => {
      throw aGraphError('INTERNAL_SERVER_ERROR');
    });
    await openCache(graph);
    const retry = await screen.findByRole('button', { name: 'Try again' });

    graph.answer('CachePage', () => aPage());
    fireEvent.click(retry);

    expect(await screen.findByText('1.4 MB')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

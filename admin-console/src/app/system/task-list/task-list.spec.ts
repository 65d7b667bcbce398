import { provideRouter } from '@angular/router';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';

import { aGraphError, FakeGraph } from '../../testing/fake-graph';
import { aPageOfTasks, aTask } from '../../testing/tasks';
import { TaskList } from './task-list';

async function openList(graph: FakeGraph) {
  await render(TaskList, { providers: [graph.provide(['CATALOG_READ']), provideRouter([])] });
}

function tell(graph: FakeGraph, type: string, task: object, cursor = 'c1') {
  graph.publish('TaskFeed', { taskFeed: { __typename: 'TaskEvent', cursor, type, task } });
}

describe('the list of tasks', () => {
  it('links each task to its page and shows how far it is', async () => {
    const task = aTask({ done: 5, total: 20 });
    await openList(new FakeGraph().answer('TaskList', () => aPageOfTasks([task])));

    const row = await screen.findByTestId('task');
    const link = within(row).getByRole('link', { name: 'Import of online-retail.csv' });
    const bar = within(row).getByRole('progressbar', { name: /Progress of Import/ });

    expect(link.getAttribute('href')).toBe('/system/tasks/t1');
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(within(row).getByText('5 of 20 · 25%')).toBeTruthy();
    expect(within(row).getByText('Running')).toBeTruthy();
  });

  it('moves a task that is running by itself', async () => {
    const graph = new FakeGraph().answer('TaskList', () => aPageOfTasks([aTask()]));
    await openList(graph);
    await screen.findByText('0 so far');

    tell(graph, 'PROGRESSED', aTask({ done: 10, total: 20 }));
    expect(await screen.findByText('10 of 20 · 50%')).toBeTruthy();

    tell(graph, 'COMPLETED', aTask({ done: 20, total: 20, status: 'COMPLETED' }), 'c2');
    expect(await screen.findByText('Finished')).toBeTruthy();
    expect(graph.variablesAtConnect('TaskFeed')).toEqual({ after: 'c2' });
  });

  it('shows a task as soon as it begins', async () => {
    const graph = new FakeGraph().answer('TaskList', () => aPageOfTasks([]));
    await openList(graph);
    expect(await screen.findByText('Nothing has been done yet')).toBeTruthy();

    graph.answer('TaskList', () => aPageOfTasks([aTask()]));
    tell(graph, 'STARTED', aTask());

    expect(await screen.findByTestId('task')).toBeTruthy();
  });

  it('only announces a new task to somebody further down the list', async () => {
    const graph = new FakeGraph().answer('TaskList', ({ after }) =>
      after
        ? aPageOfTasks([aTask({ id: 't0', title: 'Older' })], { totalCount: 2 })
        : aPageOfTasks([aTask()], { totalCount: 2, endCursor: 't1' }),
    );
    await openList(graph);
    fireEvent.click(await screen.findByRole('button', { name: 'Load more' }));
    await screen.findByRole('link', { name: 'Older' });

    tell(graph, 'STARTED', aTask({ id: 't2', title: 'Newer' }));
    const show = await screen.findByRole('button', { name: /1 new task – show/ });
    graph.answer('TaskList', () => aPageOfTasks([aTask({ id: 't2', title: 'Newer' })]));
    fireEvent.click(show);

    expect(await screen.findByRole('link', { name: 'Newer' })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /new task/ })).toBeNull());
  });

  it('says what was reported and how a task ended', async () => {
    const tasks = [
      aTask({ id: 't1', status: 'FAILED', note: 'The file ends in the middle.' }),
      aTask({ id: 't2', status: 'INTERRUPTED' }),
    ];
    await openList(new FakeGraph().answer('TaskList', () => aPageOfTasks(tasks)));

    const [failed, interrupted] = await screen.findAllByTestId('task');

    expect(failed?.textContent).toMatch(/The file ends in the middle\..*Failed/s);
    expect(interrupted?.textContent).toContain('Interrupted');
  });

  it('offers another try when the tasks cannot be read', async () => {
    const graph = new FakeGraph().answer('TaskList', () => {
      throw aGraphError('INTERNAL_SERVER_ERROR');
    });
    await openList(graph);
    const retry = await screen.findByRole('button', { name: 'Try again' });

    graph.answer('TaskList', () => aPageOfTasks([aTask()]));
    fireEvent.click(retry);

    expect(await screen.findByTestId('task')).toBeTruthy();
  });
});

import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { aTask } from '../../testing/tasks';
import { TaskDetail } from './task-detail';

async function openTask(graph: FakeGraph) {
  await render(TaskDetail, {
    inputs: { id: 't1' },
    providers: [graph.provide(['CATALOG_READ']), provideRouter([])],
  });
}

function tell(graph: FakeGraph, sequence: number, type: string, task: object, note?: string) {
  graph.publish('TaskStory', {
    taskEvents: {
      __typename: 'TaskEvent',
      cursor: `c${sequence}`,
      sequence,
      type,
      occurredAt: '2026-11-20T09:30:05.000Z',
      done: sequence,
      total: 10,
      note: note ?? null,
      task,
    },
  });
}

describe('the page of a task', () => {
  it('tells the whole story and goes on with it live, the newest first', async () => {
    const graph = new FakeGraph().answer('TaskDetail', () => ({ task: aTask() }));
    await openTask(graph);
    expect(await screen.findByRole('heading', { level: 1, name: /online-retail/ })).toBeTruthy();
    expect(graph.variablesAtConnect('TaskStory')).toEqual({ taskId: 't1', after: 'c0' });

    tell(graph, 1, 'STARTED', aTask());
    tell(graph, 2, 'PROGRESSED', aTask({ done: 2, total: 10 }));

    expect(await screen.findByText('2 of 10 · 20%')).toBeTruthy();
    expect(screen.getAllByTestId('task-event').map((event) => event.dataset['type'])).toEqual([
      'PROGRESSED',
      'STARTED',
    ]);
    expect(graph.variablesAtConnect('TaskStory')).toEqual({ taskId: 't1', after: 'c2' });
  });

  it('says the moment it fails, and why', async () => {
    const graph = new FakeGraph().answer('TaskDetail', () => ({ task: aTask() }));
    await openTask(graph);
    const state = await screen.findByTestId('task-status');
    expect(state.textContent).toContain('Running');

    const note = 'The file ends in the middle.';
    tell(graph, 1, 'FAILED', aTask({ status: 'FAILED', note }), note);

    expect((await screen.findByRole('alert')).textContent).toContain(note);
    expect(state.textContent).toContain('Failed');
    expect(within(screen.getByTestId('task-event')).getByText(note)).toBeTruthy();
  });

  it('says that there is no such task', async () => {
    await openTask(new FakeGraph().answer('TaskDetail', () => ({ task: null })));

    expect(await screen.findByText('There is no such task')).toBeTruthy();
  });
});

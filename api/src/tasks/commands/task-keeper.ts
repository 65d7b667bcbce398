import type { Logger } from 'pino';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import {
  isProgressDue,
  SIGN_OF_LIFE_SECONDS,
  silentSince,
  type TaskEventName,
  type TaskKind,
  type TaskProgress,
} from '../domain/task';
import type { TaskRepository, TaskState } from '../persistence/task.repository';
import type { TaskEvents } from '../task-events';

/** Tells how far the work is; may be called as often as is handy. */
export type ReportProgress = (progress: TaskProgress) => Promise<void>;

const KEPT_DAYS = 30;

/** Keeps a row and a log of events for work that takes a while, so that people can watch it. */
export class TaskKeeper {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly tasks: TaskRepository,
    private readonly events: TaskEvents,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** Does the work under a task of its own, which ends as the work does. */
  async run<T>(
    task: { readonly kind: TaskKind; readonly title: string },
    work: (report: ReportProgress) => Promise<T>,
  ): Promise<T> {
    const id = newId();
    const startedAt = this.clock.now();
    await this.write('STARTED', (tx) => this.tasks.add(tx, { ...task, id, startedAt }));
    let lastTold = startedAt;
    let last: TaskProgress = { done: 0 };
    const alive = setInterval(() => void this.touch(id), SIGN_OF_LIFE_SECONDS * 1_000).unref();
    try {
      const result = await work(async (progress) => {
        last = progress;
        const now = this.clock.now();
        if (!isProgressDue(lastTold, now)) return;
        lastTold = now;
        await this.note(id, 'PROGRESSED', progress);
      });
      await this.note(id, 'COMPLETED', last);
      return result;
    } catch (error) {
      const note = error instanceof Error ? error.message : String(error);
      await this.note(id, 'FAILED', { ...last, note });
      throw error;
    } finally {
      clearInterval(alive);
    }
  }

  /** Notes that tasks which are not heard of any more were interrupted. */
  async interruptSilent(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      for (const state of await this.tasks.interrupt(tx, silentSince(now), now)) {
        await this.events.append(tx, 'INTERRUPTED', state);
      }
      return accepted(null);
    });
  }

  /** Forgets tasks that ended long ago. */
  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 24 * 60 * 60 * 1_000);
    await this.transactions.run(async (tx) => {
      await this.tasks.purge(tx, before);
      return accepted(null);
    });
  }

  /** The work matters more than what is told of it: a note that cannot be written does not end it. */
  private async note(
    id: string,
    type: 'PROGRESSED' | 'COMPLETED' | 'FAILED',
    progress: TaskProgress,
  ): Promise<void> {
    const status = type === 'PROGRESSED' ? 'RUNNING' : type;
    try {
      await this.write(type, (tx) => this.tasks.change(tx, id, status, progress, this.clock.now()));
    } catch (error) {
      this.log.warn({ err: error, task: id }, 'the progress of a task could not be noted');
    }
  }

  private async touch(id: string): Promise<void> {
    try {
      await this.transactions.run(async (tx) => {
        await this.tasks.touch(tx, id, this.clock.now());
        return accepted(null);
      });
    } catch (error) {
      this.log.warn({ err: error, task: id }, 'a task could not give a sign of life');
    }
  }

  private async write(
    type: TaskEventName,
    change: (tx: Transaction) => Promise<TaskState>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.events.append(tx, type, await change(tx));
      return accepted(null);
    });
  }
}

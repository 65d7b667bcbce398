import { type RunningChild, stopEverything } from './child-processes.ts';
import { Refusal } from './refusal.ts';

/** What was started, in order, and how to stop it: the last first. */
export class Lifetime {
  private readonly stops: (() => Promise<void> | void)[] = [];
  private readonly ending = Promise.withResolvers<Refusal | undefined>();
  private stopping: Promise<void> | undefined;

  /** Settles when it is time to stop: with a refusal when something died, without when it was asked for. */
  readonly ended = this.ending.promise;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.end());
    }
    // The process that started this one is gone without a word.
    process.on('disconnect', () => this.end());
    process.channel?.unref();
  }

  /** Registers how to stop what was just started. */
  onStop(stop: () => Promise<void> | void): void {
    this.stops.push(stop);
  }

  /** Ends everything when this child ends by itself. */
  watch(child: RunningChild): void {
    void child.exited.then((how) => {
      const where = child.logFile ? `see ${child.logFile}` : 'its output is above';
      this.end(new Refusal(`${child.name} stopped unexpectedly (${how}); ${where}.`));
    });
  }

  end(reason?: Refusal): void {
    this.ending.resolve(reason);
  }

  /** Stops everything, once. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    for (const stop of this.stops.toReversed()) await stop();
    await stopEverything();
  }
}

/** Runs a launcher from its start to its end and leaves nothing behind. */
export async function live(start: (lifetime: Lifetime) => Promise<void>): Promise<never> {
  const lifetime = new Lifetime();
  const outcome = await Promise.race([
    start(lifetime).then(
      () => lifetime.ended,
      (error: unknown) => error,
    ),
    lifetime.ended,
  ]);
  if (outcome instanceof Refusal) process.stderr.write(`${outcome.message}\n`);
  else if (outcome) console.error(outcome);
  await lifetime.stop();
  process.exit(outcome ? 1 : 0);
}

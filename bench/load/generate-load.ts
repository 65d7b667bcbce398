import { type Figures, type Run, toRun } from '../results.ts';

/** One client of a scenario, which repeats its operation. */
export interface Client {
  /** Does one operation; throws when the answer is not the wanted one. */
  operate(): Promise<void>;
  close(): void;
}

/** A run, what else was measured in it, and the first thing that went wrong. */
export interface MeasuredRun {
  readonly run: Run;
  /** How many operations it had. */
  readonly operations: number;
  readonly figures?: Figures;
  readonly failure?: string;
}

/** Past so many errors a client gives up: the figure is worthless anyway. */
const mostErrors = 20;

/** Lets clients operate one after the other's answer for some seconds: a closed loop of constant width. */
export async function generateLoad(
  connections: number,
  seconds: number,
  open: (index: number) => Promise<Client>,
): Promise<MeasuredRun> {
  const clients = await Promise.all(Array.from({ length: connections }, (_, index) => open(index)));
  const durations: number[] = [];
  let errors = 0;
  let failure: string | undefined;
  const began = performance.now();
  const until = began + seconds * 1_000;

  const repeat = async (client: Client) => {
    let ownErrors = 0;
    for (let start = began; start < until && ownErrors < mostErrors; start = performance.now()) {
      try {
        await client.operate();
        durations.push(performance.now() - start);
      } catch (error) {
        ownErrors += 1;
        failure ??= reasonOf(error);
      }
    }
    errors += ownErrors;
  };
  await Promise.all(clients.map(repeat));
  const elapsed = (performance.now() - began) / 1_000;
  for (const client of clients) client.close();
  return {
    run: toRun(durations, elapsed, errors),
    operations: durations.length,
    ...(failure === undefined ? {} : { failure }),
  };
}

/** A run of which nothing came. */
export function failedRun(error: unknown, errors = 1): MeasuredRun {
  return { run: toRun([], 0, errors), operations: 0, failure: reasonOf(error) };
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim();
}

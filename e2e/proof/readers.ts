import type { CatalogueModel } from './catalogue-model.ts';
import { type Answer, Door, ways } from './door.ts';
import type { Which } from './gateway-under-test.ts';
import type { Random } from './random.ts';
import { anyReading } from './readings.ts';
import { type Moment, moment, momentBefore } from './register.ts';
import type { Trouble } from './trouble.ts';

/** How long the number of products in a collection may lag, and how long it takes to say so. */
const countLagSeconds = 31;

/** What readers came upon. */
export interface ReaderReport {
  reads: number;
  unchanged: number;
  /** Answers that failed because a test had taken the process's life or its database. */
  excused: number;
  readonly byCache: Map<string, number>;
  readonly stale: string[];
  readonly errors: string[];
}

/** Where readers ask. */
export interface ReadPlaces {
  url(which: Which): string;
  isRunning(which: Which): boolean;
}

/** Readers that ask at random and compare every answer with the model. */
export class Readers {
  readonly report: ReaderReport = {
    reads: 0,
    unchanged: 0,
    excused: 0,
    byCache: new Map(),
    stale: [],
    errors: [],
  };
  private readonly model: CatalogueModel;
  private readonly places: ReadPlaces;
  private readonly trouble: Trouble;

  constructor(model: CatalogueModel, places: ReadPlaces, trouble: Trouble) {
    this.model = model;
    this.places = places;
    this.trouble = trouble;
  }

  /** Reads, one question after the other, until it is told to stop. */
  async read(random: Random, stop: AbortSignal): Promise<void> {
    const door = new Door(random);
    while (!stop.aborted) {
      const which: Which = random.chance(0.5) ? 0 : 1;
      if (!this.places.isRunning(which)) {
        // The other process is the only one that there is.
        await this.readOnce(door, which === 0 ? 1 : 0, random);
      } else {
        await this.readOnce(door, which, random);
      }
    }
  }

  private async readOnce(door: Door, which: Which, random: Random): Promise<void> {
    const reading = anyReading(this.model, random);
    const way = random.pick(ways);
    const asked = moment();
    let answer: Answer;
    try {
      answer = await door.ask(this.places.url(which), reading, way);
    } catch (error) {
      this.fail(which, asked, `${reading.name}: ${String(error)}`);
      return;
    }
    const parsed = parse(answer.body);
    if (![200, 304].includes(answer.status) || !parsed?.data || parsed.errors) {
      const what = `${answer.status} ${answer.body.slice(0, 200)}`;
      this.fail(which, asked, `${reading.name}: ${what}`);
      return;
    }
    this.report.reads += 1;
    if (answer.unchanged) this.report.unchanged += 1;
    const cache = answer.cache ?? 'none';
    this.report.byCache.set(cache, (this.report.byCache.get(cache) ?? 0) + 1);
    const how = `${reading.name} by ${way} at process ${which} (${cache}${answer.unchanged ? ', 304' : ''})`;
    // The contract lets the number of products in a collection lag, and an answer that makes use of it says so.
    const countsSince = cache === 'STALE' ? momentBefore(countLagSeconds) : asked;
    for (const finding of reading.inspect(parsed.data, asked, countsSince)) {
      this.report.stale.push(`${how}: ${finding}`);
    }
  }

  private fail(which: Which, asked: Moment, what: string): void {
    if (this.trouble.explains(which, asked)) this.report.excused += 1;
    else this.report.errors.push(`process ${which}: ${what}`);
  }
}

function parse(body: string): { readonly data?: unknown; readonly errors?: unknown } | undefined {
  try {
    return JSON.parse(body) as { readonly data?: unknown; readonly errors?: unknown };
  } catch {
    return undefined;
  }
}

/** A point in the order in which this process saw requests begin and answers arrive. */
export type Moment = number;

let now: Moment = 0;
/** Which moment it was when, about ten times a second. */
const diary: { readonly at: number; readonly moment: Moment }[] = [];
const diaryStepMs = 100;

/** This very moment; a later call gives a later one. */
export function moment(): Moment {
  now += 1;
  const at = performance.now();
  if (at - (diary.at(-1)?.at ?? 0) > diaryStepMs) diary.push({ at, moment: now });
  return now;
}

/** A moment at least so many seconds ago; before everything where that is too long ago. */
export function momentBefore(seconds: number): Moment {
  const at = performance.now() - seconds * 1_000;
  return diary.findLast((entry) => entry.at <= at)?.moment ?? 0;
}

/**
 * One thing that is written and shown, with every value that it was ever told to have. Versions count the writes.
 * The floor is the oldest version that may still be shown: it rises when a write is acknowledged and when a reader
 * has seen a newer one. Writers take turns, so versions take effect in the order in which they are issued.
 */
export class Register<T> {
  private readonly versions: T[];
  private readonly floors: { readonly since: Moment; readonly version: number }[] = [
    { since: 0, version: 0 },
  ];

  constructor(initial: T) {
    this.versions = [initial];
  }

  /** The value of the last write, whether or not it is known to have been done. */
  get latest(): T {
    return this.versions.at(-1) as T;
  }

  /** A write is about to be sent; gives its version. */
  issue(value: T): number {
    return this.versions.push(value) - 1;
  }

  /** A write was acknowledged: whoever asks from now on sees it, or a later one. */
  acknowledge(version: number): void {
    this.raise(version);
  }

  /** What may be shown by an answer that was asked for at a moment and has just arrived. */
  possible(asked: Moment): readonly T[] {
    return this.versions.slice(this.floorAt(asked));
  }

  /** Takes note of what an answer showed; gives whether that was current enough. */
  observe(asked: Moment, matches: (value: T) => boolean): boolean {
    for (let version = this.floorAt(asked); version < this.versions.length; version += 1) {
      if (!matches(this.versions[version] as T)) continue;
      this.raise(version);
      return true;
    }
    return false;
  }

  /** What an answer should have shown at least, for the report. */
  expected(asked: Moment): string {
    const floor = this.floorAt(asked);
    return `version ${floor} (${String(this.versions[floor])}) or one of the ${this.versions.length - 1 - floor} after it`;
  }

  /** Which version had a value last, for the report. */
  lastVersionWith(matches: (value: T) => boolean): number | undefined {
    const found = this.versions.findLastIndex(matches);
    return found < 0 ? undefined : found;
  }

  private floorAt(asked: Moment): number {
    return this.floors.findLast(({ since }) => since < asked)?.version ?? 0;
  }

  private raise(version: number): void {
    if (version > (this.floors.at(-1)?.version ?? 0))
      this.floors.push({ since: moment(), version });
  }
}

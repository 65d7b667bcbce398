/** Random numbers that come again with the same seed. */
export class Random {
  readonly seed: number;
  private state: number;

  constructor(seed: number) {
    this.seed = seed;
    this.state = seed >>> 0;
  }

  /** A generator for one of several actors, so that what one does leaves the choices of the others alone. */
  fork(name: string): Random {
    let mixed = this.seed;
    for (const letter of name) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193);
    return new Random(mixed);
  }

  /** At least 0 and less than 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, without, the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choice: readonly T[]): T {
    if (choice.length === 0) throw new RangeError('There is nothing to choose from.');
    return choice[this.below(choice.length)] as T;
  }
}

/** The seed of this run: SEED where it is set, else a new one. Reports name it. */
export function seedOfRun(): number {
  const given = process.env['SEED'];
  return given === undefined ? Math.floor(Math.random() * 1_000_000) : Number(given);
}

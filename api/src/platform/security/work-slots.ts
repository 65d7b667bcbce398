/** Refuses work because too much is waiting already. */
export class SlotsExhausted extends Error {
  constructor() {
    super('Too much work is waiting.');
  }
}

/** Runs at most `parallel` pieces of work at once, and lets at most `waiting` more stand in line. */
export class WorkSlots {
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly parallel: number,
    private readonly waiting: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.parallel) this.running += 1;
    else await this.standInLine();
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      // The slot is handed over, so a newcomer cannot slip in between.
      if (next) next();
      else this.running -= 1;
    }
  }

  private standInLine(): Promise<void> {
    if (this.line.length >= this.waiting) return Promise.reject(new SlotsExhausted());
    return new Promise((resolve) => this.line.push(resolve));
  }
}

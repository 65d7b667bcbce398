import { Presets, SingleBar } from 'cli-progress';

const linesEverySeconds = 5;

/** How far a phase is: a bar on a terminal, a line every few seconds elsewhere. */
export class ProgressBar {
  private readonly title: string;
  private readonly total: number;
  private readonly began = performance.now();
  private readonly bar: SingleBar | undefined;
  private done = 0;
  private lastLine = this.began;

  constructor(title: string, total: number) {
    this.title = title;
    this.total = total;
    if (!process.stdout.isTTY || total === 0) return;
    const format = `${title} {bar} {percentage} % | {value}/{total} | {rate}/s | {eta_formatted} left`;
    this.bar = new SingleBar({ format, hideCursor: true }, Presets.shades_classic);
    this.bar.start(total, 0, { rate: '0.0' });
  }

  /** One more is done. */
  step(): void {
    this.done += 1;
    const rate = this.rate();
    this.bar?.update(this.done, { rate });
    const now = performance.now();
    if (this.bar || now - this.lastLine < linesEverySeconds * 1_000) return;
    this.lastLine = now;
    const percent = Math.floor((100 * this.done) / this.total);
    process.stdout.write(
      `${this.title}: ${this.done} of ${this.total} (${percent} %), ${rate}/s\n`,
    );
  }

  /** Ends the phase; returns the seconds it took. */
  stop(): number {
    this.bar?.stop();
    return this.seconds();
  }

  private rate(): string {
    return (this.done / this.seconds()).toFixed(1);
  }

  private seconds(): number {
    return Math.max(0.001, (performance.now() - this.began) / 1_000);
  }
}

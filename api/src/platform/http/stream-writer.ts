import type { ServerResponse } from 'node:http';

/** How long a stream may let what it was sent lie unread. */
const STALL_LIMIT_MS = 30_000;

/**
 * Writes a stream of events at the pace at which it is read. What a subscription has next waits for `ready`, so
 * that nothing piles up; a reader that takes nothing for too long is cut off and comes back with its cursor.
 */
export class StreamWriter {
  private stalled: NodeJS.Timeout | undefined;
  private flowing: Promise<void> = Promise.resolve();

  constructor(
    private readonly response: ServerResponse,
    private readonly stallLimitMs = STALL_LIMIT_MS,
  ) {
    response.once('close', () => clearTimeout(this.stalled));
  }

  /** Resolves when what was written before has left this process, or the reader has gone. */
  get ready(): Promise<void> {
    return this.flowing;
  }

  /** Writes, and resolves when more may be. */
  async write(text: string): Promise<void> {
    const { response } = this;
    if (!response.writable || response.write(text)) return;
    this.flowing = new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(this.stalled);
        response.off('drain', go).off('close', go);
        resolve();
      };
      response.on('drain', go).on('close', go);
      this.stalled = setTimeout(() => response.destroy(), this.stallLimitMs).unref();
    });
    await this.flowing;
  }

  /** Ends the stream; a reader that was to come back finds no `complete` in it. */
  end(): void {
    this.response.end();
  }
}

/** Live messages kept for a slow reader; beyond it they are dropped and read from the log instead. */
const BUFFER_LIMIT = 64;

/** A bounded queue between the bus, which pushes, and a subscriber, which pulls. */
export class Inbox<M> {
  private messages: (M | 'missed')[] = [];
  private wake: (() => void) | undefined;
  private closed = false;

  readonly push = (message: M | 'missed'): void => {
    if (this.messages.length >= BUFFER_LIMIT) this.messages = ['missed'];
    else this.messages.push(message);
    this.wake?.();
  };

  /** Replaces what waits by the advice to read the log. */
  miss(): void {
    this.messages = ['missed'];
    this.wake?.();
  }

  /** The next message; undefined at the end. */
  async next(): Promise<M | 'missed' | undefined> {
    while (this.messages.length === 0 && !this.closed) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return this.messages.shift();
  }

  close(): void {
    this.closed = true;
    this.messages = [];
    this.wake?.();
  }
}

/** An async iterator over an inbox whose `return` works even while a `next` is waiting. */
export function iterate<T>(
  generator: AsyncGenerator<T, void, void>,
  close: () => void,
): AsyncIterableIterator<T> {
  return {
    next: () => generator.next(),
    return: async () => {
      close();
      return generator.return();
    },
    throw: (error: unknown) => {
      close();
      return generator.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

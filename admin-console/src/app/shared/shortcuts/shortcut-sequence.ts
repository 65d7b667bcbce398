import type { Shortcut } from './shortcuts';

const pauseMilliseconds = 1200;

/** Follows what is typed and finds the shortcut it adds up to. */
export class ShortcutSequence {
  private pressed = '';
  private pressedAt = 0;

  /** Takes one key; answers a shortcut when its keys are complete. */
  press(key: string, at: number, shortcuts: readonly Shortcut[]): Shortcut | undefined {
    const isContinued = this.pressed !== '' && at - this.pressedAt < pauseMilliseconds;
    for (const candidate of isContinued ? [`${this.pressed} ${key}`, key] : [key]) {
      const match = shortcuts.find(({ keys }) => keys === candidate);
      if (match) {
        this.pressed = '';
        return match;
      }
      if (shortcuts.some(({ keys }) => keys.startsWith(`${candidate} `))) {
        this.pressed = candidate;
        this.pressedAt = at;
        return undefined;
      }
    }
    this.pressed = '';
    return undefined;
  }
}

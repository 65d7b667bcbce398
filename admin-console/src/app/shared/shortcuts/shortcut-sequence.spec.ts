import { ShortcutSequence } from './shortcut-sequence';

const shortcuts = ['/', 'g o', '?'].map((keys) => ({ keys, label: keys, run: () => undefined }));

function press(sequence: ShortcutSequence, key: string, at: number) {
  return sequence.press(key, at, shortcuts)?.keys;
}

describe('ShortcutSequence', () => {
  it('finds a single key', () => {
    expect(press(new ShortcutSequence(), '/', 0)).toBe('/');
  });

  it('finds two keys one after the other', () => {
    const sequence = new ShortcutSequence();

    expect(press(sequence, 'g', 0)).toBeUndefined();
    expect(press(sequence, 'o', 500)).toBe('g o');
  });

  it('forgets the first key after a pause', () => {
    const sequence = new ShortcutSequence();
    press(sequence, 'g', 0);

    expect(press(sequence, 'o', 5000)).toBeUndefined();
  });

  it('takes another key after the first one for a new beginning', () => {
    const sequence = new ShortcutSequence();
    press(sequence, 'g', 0);

    expect(press(sequence, '?', 100)).toBe('?');
  });
});

import { encodeEventCursor } from './event-cursor';
import { decodeFeedCursor, encodeFeedCursor } from './feed-position';
import { isLater, isVisible, parseSnapshot, type Snapshot } from './snapshot';

const snapshot = (text: string): Snapshot => {
  const parsed = parseSnapshot(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

describe('a feed cursor', () => {
  it.each([
    { seen: '10:20:12,15' },
    { seen: '10:10:', part: { upTo: '10:20:12', xact: '15', position: '7' } },
  ])('comes back as it was written: %j', (position) => {
    expect(decodeFeedCursor(encodeFeedCursor(position))).toEqual(position);
  });

  it.each([
    ['the cursor of one order', encodeEventCursor(3)],
    ['nonsense', 'nonsense'],
    ['a snapshot that ends before it begins', encodeFeedCursor({ seen: '20:10:' })],
    ['a snapshot with transactions outside of it', encodeFeedCursor({ seen: '10:20:25' })],
    ['a part without a place', Buffer.from('f10:10:;10:20:').toString('base64url')],
  ])('is not %s', (_what, cursor) => {
    expect(decodeFeedCursor(cursor)).toBeUndefined();
  });
});

describe('a snapshot', () => {
  it('shows what had ended when it was taken', () => {
    const visible = [9n, 10n, 12n, 13n, 20n].map((xact) =>
      isVisible(xact, snapshot('10:20:10,12')),
    );

    expect(visible).toEqual([true, false, false, true, false]);
  });

  it('is later when it shows more', () => {
    const line = ['10:10:', '10:12:10', '10:13:10', '10:13:10,12', '13:13:'];

    expect(isLater(snapshot(line[1] ?? ''), snapshot(line[0] ?? ''))).toBe(true);
    expect(isLater(snapshot(line[2] ?? ''), snapshot(line[3] ?? ''))).toBe(true);
    expect(isLater(snapshot(line[4] ?? ''), snapshot(line[2] ?? ''))).toBe(true);
    expect(isLater(snapshot(line[0] ?? ''), snapshot(line[0] ?? ''))).toBe(false);
  });
});

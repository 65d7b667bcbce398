import { duration, progressWords } from './task-status';

describe('the words for a task', () => {
  it.each([
    ['5 so far', 5, null],
    ['1,500 of 20,000', 1_500, 20_000],
  ])('say %s', (words, done, total) => {
    expect(progressWords(done, total)).toBe(words);
  });

  it.each([
    ['0 s', '2026-11-20T10:00:00Z'],
    ['42 s', '2026-11-20T10:00:42Z'],
    ['2 min 5 s', '2026-11-20T10:02:05Z'],
    ['1 h 30 min', '2026-11-20T11:30:09Z'],
  ])('say that it took %s', (words, to) => {
    expect(duration('2026-11-20T10:00:00Z', to)).toBe(words);
  });
});

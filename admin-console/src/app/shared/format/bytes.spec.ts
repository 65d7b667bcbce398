import { formatBytes } from './bytes';

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [48_600, '49 kB'],
    [1_440_000, '1.4 MB'],
    [67_108_864, '67.1 MB'],
    [512_000_000, '512 MB'],
  ])('writes %d bytes as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});

import { percentToPpm, ppmToPercent } from './percent';

describe('a percentage', () => {
  it.each([
    ['0', 0],
    ['20', 200_000],
    ['5.5', 55_000],
    ['9.975', 99_750],
    ['0.0001', 1],
    ['100', 1_000_000],
  ])('%s is %d parts per million, and back', (percent, ppm) => {
    expect(percentToPpm(percent)).toBe(ppm);
    expect(ppmToPercent(ppm)).toBe(percent);
  });

  it.each(['', '-1', '100.0001', '101', '1.23456', '1e1', '20 %'])('is not %s', (text) => {
    expect(percentToPpm(text)).toBeUndefined();
  });

  it('may end in zeros', () => {
    expect(percentToPpm('20.000000')).toBe(200_000);
  });
});

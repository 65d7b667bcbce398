import { microToDecimal } from './residue';

describe('a rounding residue', () => {
  it.each([
    [333_333n, 'GBP', '0.00333333'],
    [-500_000n, 'GBP', '-0.005'],
    [0n, 'GBP', '0'],
    [1_500_000n, 'JPY', '1.5'],
    [-1n, 'JPY', '-0.000001'],
    [500_000n, 'KWD', '0.0005'],
    [250_000_000n, 'GBP', '2.5'],
  ])('of %s millionths of a minor unit of %s is %s', (micro, currencyCode, told) => {
    expect(microToDecimal(micro, currencyCode)).toBe(told);
  });
});

/** Reads a percentage such as "9.975" as parts per million; undefined when it is none from 0 to 100. */
export function percentToPpm(percent: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4})0*)?$/.exec(percent);
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  const ppm = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'));
  return ppm <= 1_000_000 ? ppm : undefined;
}

/** Writes parts per million as a percentage: 99,750 is "9.975". */
export function ppmToPercent(ppm: number): string {
  const fraction = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(ppm / 10_000));
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

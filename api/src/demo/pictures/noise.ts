import type { Random } from './random';

const SIDE = 64;

/** A smooth field of values from 0 to 1 over the plane, made of a few octaves of value noise. */
export type NoiseField = (x: number, y: number) => number;

const ease = (t: number): number => t * t * (3 - 2 * t);

/** Makes a noise field whose largest features are about one unit wide. */
export function createNoise(random: Random, octaves = 3): NoiseField {
  const lattice = Float64Array.from({ length: SIDE * SIDE }, () => random.next());
  const at = (x: number, y: number): number =>
    lattice[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))] ?? 0;
  const smooth = (x: number, y: number): number => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const u = ease(x - left);
    const v = ease(y - top);
    const upper = at(left, top) * (1 - u) + at(left + 1, top) * u;
    const lower = at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u;
    return upper * (1 - v) + lower * v;
  };
  return (x, y) => {
    let sum = 0;
    let weight = 0;
    for (let octave = 0; octave < octaves; octave += 1) {
      const frequency = 2 ** octave;
      sum += smooth(x * frequency + octave * 17.3, y * frequency + octave * 9.1) / frequency;
      weight += 1 / frequency;
    }
    return sum / weight;
  };
}

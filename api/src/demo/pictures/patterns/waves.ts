import type { Canvas } from '../pattern.types';
import { circle, n, path, rect, stroke } from '../svg';

function crest(canvas: Canvas, level: number, height: number, length: number, phase: number) {
  const points: string[] = [];
  const step = length / 24;
  for (let x = -step; x <= canvas.width + step; x += step) {
    const turn = (x / length) * Math.PI * 2 + phase;
    const y = level - height * (Math.sin(turn) + 0.28 * Math.sin(turn * 2 + 0.9));
    points.push(`${n(x)} ${n(y)}`);
  }
  return points.join('L');
}

/** Bands of sea, each crest lined with thin echoes of itself, below a low sun. */
export function paintWaves(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const colours = palette.inks;
  const horizon = height * random.between(0.26, 0.34);
  const gap = unit * random.between(0.95, 1.15);
  const sun = circle(
    width * random.between(0.3, 0.7),
    horizon - unit * 0.4,
    unit * 1.6,
    colours[2],
  );
  let bands = '';
  let index = 0;
  for (let level = horizon; level < height + gap * 2; level += gap) {
    const depth = 0.55 + index * 0.09;
    const length = width * random.between(0.5, 0.85);
    const phase = random.between(0, Math.PI * 2);
    const colour = colours[[0, 1, 3, 1, 4, 0, 3][index % 7] ?? 0] ?? colours[0];
    const line = (offset: number): string =>
      crest(canvas, level + offset, unit * 0.34 * depth, length, phase);
    bands += path(`M${line(0)}L${n(width + 9)} ${n(height)}L-9 ${n(height)}Z`, colour);
    for (let echo = 1; echo <= 3; echo += 1) {
      bands += stroke(`M${line(echo * gap * 0.2)}`, palette.paper, unit * 0.05);
    }
    index += 1;
  }
  return rect(0, 0, width, height, palette.paper) + sun + bands;
}

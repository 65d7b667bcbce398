import type { Canvas } from '../pattern.types';
import { circle, n, rect, stroke } from '../svg';
import { halfDrop } from './half-drop';
import { leaf, placed } from './leaf';

function flower(canvas: Canvas, petal: string, heart: string): string {
  const { unit, random } = canvas;
  const petals = random.pick([5, 6, 8]);
  const reach = unit * 0.44;
  let head = '';
  for (let index = 0; index < petals; index += 1) {
    head += placed(
      0,
      -unit * 0.55,
      (index / petals) * 360,
      leaf(reach, reach * 0.36, petal, heart),
    );
  }
  return head + circle(0, -unit * 0.55, unit * 0.13, heart);
}

function sprig(canvas: Canvas, green: string): string {
  const { unit } = canvas;
  let parts = stroke(
    `M0 ${n(unit * 0.75)}C${n(unit * 0.1)} ${n(unit * 0.2)} 0 0 0 ${n(-unit * 0.5)}`,
    green,
    unit * 0.055,
  );
  for (const [at, side] of [
    [0.5, 1],
    [0.28, -1],
    [0.06, 1],
    [-0.14, -1],
  ] as const) {
    parts += placed(0, unit * at, -90 + side * 52, leaf(unit * 0.42, unit * 0.13, green, green));
  }
  return parts;
}

/** Small flowers and sprigs scattered in a half-drop repeat. */
export function paintMeadow(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const [a, b, c, d] = palette.inks;
  const ground = rect(0, 0, width, height, palette.paper);
  const motifs = halfDrop(canvas, unit * 1.5, (index) => {
    const green = index % 2 === 0 ? d : (palette.inks[4] ?? d);
    const body = sprig(canvas, green);
    const bloom = index % 3 === 2 ? circle(0, -unit * 0.55, unit * 0.15, c) : '';
    const petal = index % 3 === 0 ? a : b;
    return `<g transform="scale(0.82)">${body}${bloom || flower(canvas, petal, c)}</g>`;
  });
  let seeds = '';
  for (let index = 0; index < (width * height) / (unit * unit) / 1.6; index += 1) {
    seeds += circle(
      random.between(0, width),
      random.between(0, height),
      unit * 0.05,
      random.pick([b, c]),
    );
  }
  return ground + seeds + motifs;
}

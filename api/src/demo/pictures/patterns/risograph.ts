import { lightness } from '../colour';
import type { Canvas } from '../pattern.types';
import { circle, dot, n, overprint, path, rect } from '../svg';

function lineScreen(canvas: Canvas, colour: string, x: number, y: number, radius: number): string {
  const gap = canvas.unit * 0.17;
  let lines = '';
  for (let offset = -radius; offset < radius; offset += gap) {
    const half = Math.sqrt(Math.max(0, radius * radius - offset * offset));
    const weight = gap * (0.2 + 0.6 * ((offset + radius) / (2 * radius)));
    lines += rect(x - half, y + offset, half * 2, weight, colour);
  }
  return lines;
}

function dotScreen(canvas: Canvas, colour: string, x: number, y: number, radius: number): string {
  const gap = canvas.unit * 0.24;
  let dots = '';
  for (let dy = -radius; dy <= radius; dy += gap) {
    for (let dx = -radius; dx <= radius; dx += gap) {
      if (dx * dx + dy * dy < radius * radius) {
        dots += dot(x + dx, y + dy, gap * (0.14 + 0.34 * ((dx + radius) / (2 * radius))));
      }
    }
  }
  return path(dots, colour);
}

/** Large plain shapes in transparent inks that make new colours where they overlap. */
export function paintRisograph(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const inks = random.shuffled(palette.inks.slice(0, 4));
  const print = lightness(palette.paper) < 0.5 ? (children: string) => children : overprint;
  const size = Math.min(width, height);
  const turn = random.between(0, Math.PI * 2);
  let shapes = '';
  inks.forEach((ink, index) => {
    const angle = turn + (index / inks.length) * Math.PI * 2;
    const radius = size * (0.27 - index * 0.025);
    const x = width / 2 + Math.cos(angle) * size * 0.19;
    const y = height / 2 + Math.sin(angle) * height * 0.19;
    const kind = (index + Math.floor(turn * 10)) % 4;
    if (kind === 0) shapes += print(circle(x, y, radius, ink));
    if (kind === 1) shapes += print(lineScreen(canvas, ink, x, y, radius * 1.1));
    if (kind === 2) shapes += print(dotScreen(canvas, ink, x, y, radius * 1.05));
    if (kind === 3) {
      const arch = `M${n(x - radius * 0.8)} ${n(y + radius)}V${n(y - radius * 0.2)}a${n(radius * 0.8)} ${n(radius * 0.8)} 0 0 1 ${n(radius * 1.6)} 0V${n(y + radius)}Z`;
      shapes += print(path(arch, ink));
    }
  });
  const ground = height * random.between(0.76, 0.84);
  const floor = print(rect(0, ground, width, height - ground, inks[0] ?? palette.inks[0]));
  const sun = print(circle(width * 0.8, height * 0.14, unit * 0.8, inks[1] ?? palette.inks[1]));
  return rect(0, 0, width, height, palette.paper) + floor + shapes + sun;
}

import type { Canvas } from '../pattern.types';
import { circle, n, path, rect, stroke } from '../svg';
import { placed } from './leaf';

function fish(canvas: Canvas, length: number, body: string, trim: string): string {
  const { random, palette } = canvas;
  const h = length * random.between(0.2, 0.27);
  const outline = `M${n(-length * 0.42)} 0C${n(-length * 0.3)} ${n(-h * 1.2)} ${n(length * 0.15)} ${n(-h * 1.2)} ${n(length * 0.36)} 0C${n(length * 0.15)} ${n(h * 1.2)} ${n(-length * 0.3)} ${n(h * 1.2)} ${n(-length * 0.42)} 0Z`;
  const tail = `M${n(length * 0.3)} 0L${n(length * 0.52)} ${n(-h * 0.85)}Q${n(length * 0.44)} 0 ${n(length * 0.52)} ${n(h * 0.85)}Z`;
  const kind = random.whole(0, 2);
  let marks = '';
  for (let index = 0; index < 4; index += 1) {
    const x = length * (-0.12 + index * 0.1);
    const reach = h * (0.72 - index * 0.12);
    if (kind === 0)
      marks += stroke(
        `M${n(x)} ${n(-reach)}Q${n(x + length * 0.05)} 0 ${n(x)} ${n(reach)}`,
        trim,
        length * 0.028,
      );
    if (kind === 1) marks += circle(x, (index % 2 === 0 ? -1 : 1) * h * 0.26, length * 0.03, trim);
    if (kind === 2 && index < 3)
      marks += stroke(
        `M${n(-length * 0.16)} ${n(h * (index - 1) * 0.34)}H${n(length * (0.22 - Math.abs(index - 1) * 0.1))}`,
        trim,
        length * 0.026,
      );
  }
  return (
    path(tail, trim) +
    path(outline, body) +
    marks +
    circle(-length * 0.28, -h * 0.18, length * 0.035, palette.paper) +
    circle(-length * 0.285, -h * 0.18, length * 0.017, palette.inks[3])
  );
}

/** A shoal in rows, every row swimming the other way, with bubbles. */
export function paintFish(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const columns = Math.max(2, Math.round(width / (unit * 2.5)));
  const step = width / columns;
  const down = unit * 1.35;
  let shoal = '';
  let row = 0;
  for (let y = down * 0.5; y < height + down * 0.5; y += down) {
    const shift = row % 2 === 0 ? 0 : step / 2;
    for (let column = 0; column <= columns; column += 1) {
      const body = random.pick(palette.inks);
      const trim = random.pick(palette.inks.filter((ink) => ink !== body));
      const x = column * step + shift - step * 0.1 + random.between(-0.1, 0.1) * unit;
      const turn = (row % 2 === 0 ? 0 : 180) + random.between(-9, 9);
      shoal += placed(x, y, turn, fish(canvas, step * 0.78, body, trim));
      shoal += circle(x + step * 0.5, y - unit * 0.1, unit * 0.06, palette.inks[2]);
    }
    row += 1;
  }
  return rect(0, 0, width, height, palette.paper) + shoal;
}

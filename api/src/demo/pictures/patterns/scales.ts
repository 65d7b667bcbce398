import { cycle } from '../cycle';
import type { Canvas } from '../pattern.types';
import { circle, n, rect } from '../svg';

/** Overlapping fans in rows, after the Japanese seigaiha wave. */
export function paintScales(canvas: Canvas): string {
  const { width, height, random, palette } = canvas;
  const columns = Math.max(3, Math.round(width / (canvas.unit * 1.5)));
  const side = width / columns;
  const radius = side / 2;
  const step = radius * 0.52;
  const [a, b, c, d] = palette.inks;
  const fan = (first: string, second: string): string =>
    [1, 0.8, 0.6, 0.4, 0.2]
      .map((share, index) =>
        circle(0, 0, radius * share, cycle([first, palette.paper, second, palette.paper], index)),
      )
      .join('');
  const fans = [fan(a, b), fan(a, c), fan(d, b), fan(b, a)];
  const defs = fans.map((body, index) => `<g id="fan${index}">${body}</g>`).join('');
  let scales = '';
  let row = 0;
  for (let y = -radius; y < height + radius * 2; y += step) {
    const shift = row % 2 === 0 ? 0 : radius;
    for (let column = -1; column <= columns; column += 1) {
      const which = random.chance(0.72) ? 0 : random.whole(1, 3);
      scales += `<use href="#fan${which}" x="${n(column * side + radius + shift)}" y="${n(y + radius)}"/>`;
    }
    row += 1;
  }
  return `<defs>${defs}</defs>` + rect(0, 0, width, height, palette.paper) + scales;
}

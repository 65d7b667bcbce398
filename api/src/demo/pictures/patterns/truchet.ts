import type { Canvas } from '../pattern.types';
import { n, rect } from '../svg';

/** Square tiles of quarter rings, turned at random, which join into endless ribbons. */
export function paintTruchet(canvas: Canvas): string {
  const { width, height, random, palette } = canvas;
  const side = width / Math.max(2, Math.round(width / (canvas.unit * 1.35)));
  const [ribbon, edge, accent] = palette.inks;
  const half = n(side / 2);
  const quarter = `M${half} 0A${half} ${half} 0 0 1 0 ${half}M${n(side)} ${half}A${half} ${half} 0 0 0 ${half} ${n(side)}`;
  const band = (colour: string, share: number): string =>
    `<path d="${quarter}" fill="none" stroke="${colour}" stroke-width="${n(side * share)}"/>`;
  const bands =
    band(ribbon, 0.62) + band(palette.paper, 0.44) + band(edge, 0.3) + band(palette.paper, 0.1);
  let tiles = '';
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width - 1; x += side) {
      const turn = random.chance(0.5) ? ` rotate(90 ${half} ${half})` : '';
      const dotted = random.chance(0.16)
        ? `<circle cx="${half}" cy="${half}" r="${n(side * 0.09)}" fill="${accent}"/>`
        : '';
      tiles += `<g transform="translate(${n(x)} ${n(y)})${turn}"><svg width="${n(side)}" height="${n(side)}">${bands}</svg>${dotted}</g>`;
    }
  }
  return rect(0, 0, width, height, palette.paper) + tiles;
}

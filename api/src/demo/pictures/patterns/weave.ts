import { cycle } from '../cycle';
import type { Canvas } from '../pattern.types';
import { n, rect } from '../svg';

/** Flat ribbons going over and under each other. */
export function paintWeave(canvas: Canvas): string {
  const { width, height, random, palette } = canvas;
  const columns = Math.max(4, Math.round(width / (canvas.unit * 0.95)));
  const cell = width / columns;
  const rows = Math.ceil(height / cell);
  const ribbon = cell * 0.84;
  const edge = (cell - ribbon) / 2;
  const colours = [...palette.inks];
  const warp = Array.from({ length: columns }, () => random.pick(colours.slice(0, 2)));
  const weft = Array.from({ length: rows + 1 }, () => random.pick(colours.slice(1, 5)));
  const seam = (x: number, y: number, w: number, h: number, fill: string, upright: boolean) => {
    const line = upright
      ? rect(x + w * 0.14, y, w * 0.05, h, palette.paper) +
        rect(x + w * 0.81, y, w * 0.05, h, palette.paper)
      : rect(x, y + h * 0.14, w, h * 0.05, palette.paper) +
        rect(x, y + h * 0.81, w, h * 0.05, palette.paper);
    return rect(x, y, w, h, fill) + `<g opacity="0.75">${line}</g>`;
  };
  let ribbons = '';
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column * cell, row * cell];
      const down = seam(x + edge, y - edge, ribbon, cell + edge * 2, cycle(warp, column), true);
      const across = seam(x - edge, y + edge, cell + edge * 2, ribbon, cycle(weft, row), false);
      const over = (row + column) % 2 === 0 ? across + down : down + across;
      ribbons += `<svg x="${n(x)}" y="${n(y)}" width="${n(cell)}" height="${n(cell)}" viewBox="${n(x)} ${n(y)} ${n(cell)} ${n(cell)}">${over}</svg>`;
    }
  }
  return rect(0, 0, width, height, palette.paper) + ribbons;
}

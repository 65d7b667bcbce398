import type { Canvas } from '../pattern.types';
import { path, polyline, rect } from '../svg';

/** A chequerboard that swells as if something pushed from behind. */
export function paintOpart(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const cell = unit * 0.62;
  const columns = Math.ceil(width / cell) + 4;
  const rows = Math.ceil(height / cell) + 4;
  const bumps = [
    { x: width * random.between(0.28, 0.5), y: height * random.between(0.25, 0.42), r: unit * 3.2 },
    {
      x: width * random.between(0.52, 0.75),
      y: height * random.between(0.62, 0.76),
      r: unit * 2.5,
    },
  ];
  const warp = (column: number, row: number): [number, number] => {
    let [x, y] = [column * cell, row * cell];
    for (const bump of bumps) {
      const [dx, dy] = [x - bump.x, y - bump.y];
      const distance = Math.hypot(dx, dy) / bump.r;
      if (distance < 1 && distance > 0) {
        const pushed = Math.sin((distance * Math.PI) / 2) / distance;
        x = bump.x + dx * pushed;
        y = bump.y + dy * pushed;
      }
    }
    return [x, y];
  };
  const inside = (x: number, y: number): number =>
    bumps.findIndex((bump) => Math.hypot(x - bump.x, y - bump.y) < bump.r);
  const squares = new Map<string, string>();
  for (let row = -2; row < rows; row += 1) {
    for (let column = -2; column < columns; column += 1) {
      if ((row + column) % 2 !== 0) continue;
      const corners = [
        warp(column, row),
        warp(column + 1, row),
        warp(column + 1, row + 1),
        warp(column, row + 1),
      ];
      const [cx, cy] = warp(column + 0.5, row + 0.5);
      const colour = palette.inks[[0, 1, 2][inside(cx, cy) + 1] ?? 0] ?? palette.inks[0];
      squares.set(colour, (squares.get(colour) ?? '') + polyline(corners, true));
    }
  }
  const body = [...squares].map(([colour, data]) => path(data, colour)).join('');
  return rect(0, 0, width, height, palette.paper) + body;
}

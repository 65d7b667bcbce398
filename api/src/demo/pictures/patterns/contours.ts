import { cycle } from '../cycle';
import { createNoise } from '../noise';
import type { Canvas } from '../pattern.types';
import { circle, n, rect, stroke } from '../svg';

type Point = readonly [number, number];

/** One level of the field as short segments (marching squares). */
function isolines(grid: Float64Array, columns: number, rows: number, cell: number, level: number) {
  let data = '';
  for (let row = 0; row < rows - 1; row += 1) {
    for (let column = 0; column < columns - 1; column += 1) {
      const at = row * columns + column;
      const height = (offset: number): number => grid[at + offset] ?? 0;
      const [a, b, c, d] = [height(0), height(1), height(columns + 1), height(columns)];
      const cut = (low: number, high: number): number => (level - low) / (high - low);
      const edges: [boolean, () => Point][] = [
        [a > level !== b > level, () => [column + cut(a, b), row]],
        [b > level !== c > level, () => [column + 1, row + cut(b, c)]],
        [d > level !== c > level, () => [column + cut(d, c), row + 1]],
        [a > level !== d > level, () => [column, row + cut(a, d)]],
      ];
      const points = edges.filter(([crosses]) => crosses).map(([, point]) => point());
      for (let index = 0; index + 1 < points.length; index += 2) {
        const [fromX, fromY] = cycle(points, index);
        const [toX, toY] = cycle(points, index + 1);
        data += `M${n(fromX * cell)} ${n(fromY * cell)}L${n(toX * cell)} ${n(toY * cell)}`;
      }
    }
  }
  return data;
}

/** The height lines of an island that does not exist, with its lakes and one summit. */
export function paintContours(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const noise = createNoise(random, 2);
  const cell = unit * 0.16;
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const grid = new Float64Array(columns * rows);
  let summit = { value: -1, x: 0, y: 0 };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = column * cell;
      const y = row * cell;
      const value = noise(x / unit / 3.4, y / unit / 3.4);
      grid[row * columns + column] = value;
      const inside = x > width * 0.2 && x < width * 0.8 && y > height * 0.2 && y < height * 0.8;
      if (inside && value > summit.value) summit = { value, x, y };
    }
  }
  let lines = '';
  for (let step = 1; step < 22; step += 1) {
    const colour = palette.inks[step < 8 ? 1 : step < 15 ? 0 : 3];
    lines += stroke(
      isolines(grid, columns, rows, cell, 0.12 + step * 0.036),
      colour,
      unit * (step % 4 === 0 ? 0.085 : 0.042),
    );
  }
  return (
    rect(0, 0, width, height, palette.paper) +
    circle(summit.x, summit.y, unit * 1.15, palette.inks[2]) +
    lines
  );
}

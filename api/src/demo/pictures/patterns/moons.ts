import type { Canvas } from '../pattern.types';
import { circle, n, path, rect, stroke } from '../svg';

function phase(radius: number, lit: number, colour: string): string {
  const r = n(radius);
  const bulge = n(Math.abs(radius * Math.cos(lit * Math.PI)));
  const sweep = lit < 0.5 ? 0 : 1;
  return path(
    `M0 ${n(-radius)}A${r} ${r} 0 0 1 0 ${r}A${bulge} ${r} 0 0 ${sweep} 0 ${n(-radius)}Z`,
    colour,
  );
}

function star(radius: number, colour: string): string {
  const [r, w] = [radius, radius * 0.16];
  return path(
    `M0 ${n(-r)}Q${n(w)} ${n(-w)} ${n(r)} 0Q${n(w)} ${n(w)} 0 ${n(r)}Q${n(-w)} ${n(w)} ${n(-r)} 0Q${n(-w)} ${n(-w)} 0 ${n(-r)}Z`,
    colour,
  );
}

/** The moon through a month, row by row, with stars between. */
export function paintMoons(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const [light, gold, dim, warm] = palette.inks;
  const columns = Math.max(3, Math.round(width / (unit * 2.2)));
  const step = width / columns;
  const rows = Math.max(3, Math.round(height / step));
  const down = height / rows;
  let sky = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const lit = ((row * columns + column + 1) / (rows * columns + 1)) * 1.0;
      const [x, y] = [(column + 0.5) * step, (row + 0.5) * down];
      const radius = step * 0.3;
      const turn = lit > 0.5 ? 180 : 0;
      const share = lit > 0.5 ? 2 - lit * 2 : lit * 2;
      const full = circle(0, 0, radius, dim);
      const face = random.chance(0.14)
        ? circle(0, 0, radius, warm)
        : full + `<g transform="rotate(${turn})">${phase(radius, share, light)}</g>`;
      sky += `<g transform="translate(${n(x)} ${n(y)})">${face}</g>`;
      sky += `<g transform="translate(${n(x + step / 2)} ${n(y + down / 2)})">${star(unit * random.between(0.16, 0.34), gold)}</g>`;
    }
  }
  const thread = Array.from({ length: rows - 1 }, (_, row) =>
    stroke(`M0 ${n((row + 1) * down)}H${n(width)}`, dim, unit * 0.02),
  ).join('');
  return rect(0, 0, width, height, palette.paper) + thread + sky;
}

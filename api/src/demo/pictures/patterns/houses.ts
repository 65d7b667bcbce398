import type { Canvas } from '../pattern.types';
import { circle, n, path, rect } from '../svg';

function facade(
  canvas: Canvas,
  width: number,
  tall: number,
  wall: string,
  trim: string,
  roof: string,
) {
  const { random, palette } = canvas;
  const peak = width * random.between(0.3, 0.6);
  const kind = random.whole(0, 2);
  const top =
    kind === 0
      ? `M${n(-width * 0.04)} 0L${n(width / 2)} ${n(-peak)}L${n(width * 1.04)} 0Z`
      : kind === 1
        ? `M0 0V${n(-peak * 0.4)}H${n(width * 0.2)}V${n(-peak * 0.7)}H${n(width * 0.38)}V${n(-peak)}H${n(width * 0.62)}V${n(-peak * 0.7)}H${n(width * 0.8)}V${n(-peak * 0.4)}H${n(width)}V0Z`
        : `M0 0A${n(width / 2)} ${n(peak * 0.8)} 0 0 1 ${n(width)} 0Z`;
  let parts = rect(0, -1, width, tall + 1, wall) + path(top, kind === 1 ? wall : roof);
  const columns = random.whole(2, 3);
  const rows = Math.max(2, Math.round(tall / (width * 0.48)));
  const [cell, floor] = [width / columns, tall / rows];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const door = row === rows - 1 && column === Math.floor(columns / 2);
      const [w, h] = [cell * 0.5, floor * (door ? 0.78 : 0.55)];
      const x = column * cell + (cell - w) / 2;
      const y = row * floor + (door ? floor - h : (floor - h) / 2);
      parts += `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(door ? w / 2 : 2)}" fill="${door ? roof : trim}"/>`;
      if (!door) parts += rect(x, y + h, w, floor * 0.05, palette.paper);
    }
  }
  if (kind === 0) parts += circle(width / 2, -peak * 0.38, width * 0.09, trim);
  return parts;
}

/** Streets of narrow town houses, no two alike. */
export function paintHouses(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const colours = [...palette.inks];
  const street = unit * 3.4;
  const rows = Math.max(1, Math.round(height / street));
  const down = height / rows;
  let town = '';
  for (let row = 0; row < rows; row += 1) {
    let x = -unit * random.between(0, 0.8);
    let previous = '';
    while (x < width) {
      const wide = unit * random.between(1, 1.55);
      const tall = down * random.between(0.42, 0.62);
      const wall = random.pick(colours.filter((colour) => colour !== previous));
      const trim = random.pick([palette.paper, ...colours].filter((colour) => colour !== wall));
      const roof = random.pick(colours.filter((colour) => colour !== wall && colour !== trim));
      previous = wall;
      const floor = (row + 1) * down - unit * 0.16;
      town += `<g transform="translate(${n(x)} ${n(floor - tall)})">${facade(canvas, wide, tall, wall, trim, roof)}</g>`;
      x += wide + unit * 0.05;
    }
    town += rect(0, (row + 1) * down - unit * 0.16, width, unit * 0.06, palette.inks[3]);
  }
  return rect(0, 0, width, height, palette.paper) + town;
}

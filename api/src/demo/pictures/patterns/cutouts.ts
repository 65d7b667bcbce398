import { cycle } from '../cycle';
import type { Canvas } from '../pattern.types';
import { n, path, rect } from '../svg';
import { placed } from './leaf';

/** A lobed frond, like seaweed cut from paper, upright around the origin. */
function frond(canvas: Canvas, size: number): string {
  const { random } = canvas;
  const lobes = random.whole(4, 6);
  const rise = size / lobes;
  const spine = size * 0.035;
  const half = (direction: number): string => {
    const x = (value: number): string => n(value * direction);
    let data = `M${x(-spine)} ${n(size / 2)}L${x(spine)} ${n(size / 2)}`;
    for (let index = 0; index < lobes; index += 1) {
      const t = (index + 0.5) / lobes;
      const y = size * (0.5 - t);
      const reach = size * (0.44 - Math.abs(t - 0.4) * 0.36) * random.between(0.86, 1.08);
      const tip = y - rise * random.between(0.55, 0.8);
      data +=
        `L${x(spine)} ${n(y + rise * 0.3)}` +
        `C${x(reach * 0.55)} ${n(y + rise * 0.3)} ${x(reach * 1.1)} ${n(y + rise * 0.15)} ${x(reach)} ${n(tip)}` +
        `C${x(reach * 0.8)} ${n(tip - rise * 0.2)} ${x(reach * 0.5)} ${n(y - rise * 0.1)} ${x(spine)} ${n(y - rise * 0.22)}`;
    }
    return `${data}L${x(spine)} ${n(-size * 0.5)}Q0 ${n(-size * 0.62)} ${x(-spine)} ${n(-size * 0.5)}Z`;
  };
  return half(1) + half(-1);
}

function pebble(canvas: Canvas, size: number): string {
  const { random } = canvas;
  const corners = 7;
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * Math.PI * 2;
    const reach = (size / 2) * random.between(0.62, 1.02);
    return [Math.cos(angle) * reach, Math.sin(angle) * reach] as const;
  });
  const middle = (index: number): string => {
    const [ax, ay] = cycle(points, index);
    const [bx, by] = cycle(points, index + 1);
    return `${n((ax + bx) / 2)} ${n((ay + by) / 2)}`;
  };
  const curves = points.map((_, index) => {
    const [x, y] = cycle(points, index + 1);
    return `Q${n(x)} ${n(y)} ${middle(index + 1)}`;
  });
  return `M${middle(0)}${curves.join('')}Z`;
}

/** Fronds and pebbles cut from painted paper, each on its own sheet. */
export function paintCutouts(canvas: Canvas): string {
  const { width, height, random, palette } = canvas;
  const columns = Math.max(2, Math.round(width / (canvas.unit * 3.2)));
  const rows = Math.max(2, Math.round(height / (canvas.unit * 3.8)));
  const [w, h] = [width / columns, height / rows];
  const colours = [...palette.inks, palette.paper];
  let sheets = '';
  let previous = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const ground = random.pick(colours.filter((colour) => colour !== previous));
      const shape = random.pick(colours.filter((colour) => colour !== ground));
      const spot = random.pick(colours.filter((colour) => colour !== ground && colour !== shape));
      previous = ground;
      const size = Math.min(w * 1.15, h) * 0.82;
      const [x, y] = [column * w, row * h];
      sheets += rect(x, y, w + 1, h + 1, ground);
      sheets += placed(
        x + w / 2,
        y + h / 2,
        random.between(-16, 16),
        path(random.chance(0.72) ? frond(canvas, size) : pebble(canvas, size * 0.85), shape),
      );
      sheets += placed(x + w * 0.8, y + h * 0.16, 0, path(pebble(canvas, size * 0.16), spot));
    }
  }
  return sheets;
}

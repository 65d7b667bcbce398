import type { Canvas } from '../pattern.types';
import { n, path, rect } from '../svg';
import { placed } from './leaf';

/** A lobed frond, like seaweed cut from paper, upright around the origin. */
function frond(canvas: Canvas, size: number): string {
  const { random } = canvas;
  const lobes = random.whole(4, 6);
  const half = size / 2;
  const side = (direction: number): string[] => {
    const parts: string[] = [];
    for (let index = 0; index < lobes; index += 1) {
      const t = direction > 0 ? index / lobes : (lobes - 1 - index) / lobes;
      const y = half - size * (t + 0.5 / lobes);
      const reach = size * (0.36 - Math.abs(t - 0.35) * 0.22) * random.between(0.85, 1.1);
      const rise = (size / lobes) * 0.62;
      const inner = size * 0.05 * direction;
      const [from, to] = direction > 0 ? [y + rise * 0.8, y - rise * 0.8] : [y - rise * 0.8, y + rise * 0.8];
      parts.push(
        `L${n(inner)} ${n(from)}C${n(reach * direction)} ${n(from - rise * 0.6)} ${n(reach * 1.25 * direction)} ${n(y - rise * 1.5)} ${n(reach * direction)} ${n(y - rise * 1.4)}C${n(reach * 0.8 * direction)} ${n(y - rise * 1.3)} ${n(inner * 2)} ${n(to + rise * 0.2)} ${n(inner)} ${n(to)}`,
      );
    }
    return parts;
  };
  return `M0 ${n(half)}${side(1).join('')}L0 ${n(-half * 1.05)}${side(-1).join('')}Z`;
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
    const [ax, ay] = points[index % corners]!;
    const [bx, by] = points[(index + 1) % corners]!;
    return `${n((ax + bx) / 2)} ${n((ay + by) / 2)}`;
  };
  const curves = points.map((_, index) => {
    const [x, y] = points[(index + 1) % corners]!;
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

import type { Canvas } from '../pattern.types';
import { circle, n, path, rect } from '../svg';
import { halfDrop } from './half-drop';
import { leaf, placed } from './leaf';

function slice(radius: number, peel: string, flesh: string, pith: string): string {
  const segments = 9;
  const wedge = (Math.PI * 2) / segments;
  const reach = radius * 0.78;
  const [x, y] = [Math.cos(wedge * 0.42) * reach, Math.sin(wedge * 0.42) * reach];
  const piece = path(
    `M${n(radius * 0.08)} 0L${n(x)} ${n(-y)}Q${n(reach * 1.1)} 0 ${n(x)} ${n(y)}Z`,
    flesh,
  );
  let pieces = '';
  for (let index = 0; index < segments; index += 1) {
    pieces += placed(0, 0, (index / segments) * 360, piece);
  }
  return circle(0, 0, radius, peel) + circle(0, 0, radius * 0.88, pith) + pieces;
}

function lemon(length: number, skin: string, shine: string): string {
  const h = length * 0.36;
  const body = `M${n(-length * 0.56)} 0C${n(-length * 0.42)} ${n(-h * 0.3)} ${n(-length * 0.34)} ${n(-h)} 0 ${n(-h)}C${n(length * 0.34)} ${n(-h)} ${n(length * 0.42)} ${n(-h * 0.3)} ${n(length * 0.56)} 0C${n(length * 0.42)} ${n(h * 0.3)} ${n(length * 0.34)} ${n(h)} 0 ${n(h)}C${n(-length * 0.34)} ${n(h)} ${n(-length * 0.42)} ${n(h * 0.3)} ${n(-length * 0.56)} 0Z`;
  return (
    path(body, skin) +
    `<ellipse cx="${n(-length * 0.1)}" cy="${n(-h * 0.45)}" rx="${n(length * 0.2)}" ry="${n(h * 0.18)}" fill="${shine}"/>`
  );
}

/** Whole fruit, slices and leaves from a market stall. */
export function paintCitrus(canvas: Canvas): string {
  const { width, height, unit, palette } = canvas;
  const [orange, yellow, green, red] = palette.inks;
  const motifs = halfDrop(
    canvas,
    unit * 2.05,
    (index) => {
      const leaves =
        placed(unit * 0.5, -unit * 0.5, -38, leaf(unit * 1.05, unit * 0.3, green, palette.paper)) +
        placed(
          -unit * 0.5,
          unit * 0.55,
          150,
          leaf(unit * 0.85, unit * 0.26, palette.inks[4] ?? green, palette.paper),
        );
      const fruit =
        index % 3 === 0
          ? slice(unit * 0.85, orange, yellow, palette.paper)
          : index % 3 === 1
            ? lemon(unit * 1.9, yellow, palette.paper)
            : slice(unit * 0.8, red, orange, palette.paper);
      return leaves + fruit;
    },
    60,
    0.05,
  );
  return rect(0, 0, width, height, palette.paper) + motifs;
}

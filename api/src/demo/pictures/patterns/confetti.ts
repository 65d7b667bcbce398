import type { Canvas } from '../pattern.types';
import { circle, n, path, rect, stroke } from '../svg';
import { halfDrop } from './half-drop';

/** Squiggles, arcs, triangles and dots thrown over the sheet. */
export function paintConfetti(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const s = unit * 0.5;
  const weight = unit * 0.17;
  const shapes: ((colour: string) => string)[] = [
    (colour) =>
      stroke(
        `M${n(-s)} 0q${n(s * 0.25)} ${n(-s * 0.7)} ${n(s * 0.5)} 0t${n(s * 0.5)} 0t${n(s * 0.5)} 0t${n(s * 0.5)} 0`,
        colour,
        weight,
      ),
    (colour) =>
      stroke(`M${n(-s * 0.6)} 0A${n(s * 0.6)} ${n(s * 0.6)} 0 0 1 ${n(s * 0.6)} 0`, colour, weight),
    (colour) => path(`M0 ${n(-s * 0.6)}L${n(s * 0.6)} ${n(s * 0.5)}H${n(-s * 0.6)}Z`, colour),
    (colour) => circle(0, 0, s * 0.42, colour),
    (colour) => stroke(`M${n(-s * 0.6)} 0H${n(s * 0.6)}`, colour, weight),
    (colour) => circle(0, 0, s * 0.55, colour) + circle(0, 0, s * 0.28, palette.paper),
    (colour) =>
      stroke(`M${n(-s * 0.5)} 0H${n(s * 0.5)}M0 ${n(-s * 0.5)}V${n(s * 0.5)}`, colour, weight),
  ];
  const thrown = halfDrop(
    canvas,
    unit * 1.06,
    () => random.pick(shapes)(random.pick(palette.inks)),
    180,
    0.14,
  );
  return rect(0, 0, width, height, palette.paper) + thrown;
}

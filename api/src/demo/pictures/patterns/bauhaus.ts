import type { Canvas } from '../pattern.types';
import { circle, n, path, rect } from '../svg';

type Shape = (s: number, a: string, b: string) => string;

const SHAPES: readonly Shape[] = [
  (s, a) => path(`M0 0H${n(s)}A${n(s)} ${n(s)} 0 0 1 0 ${n(s)}Z`, a),
  (s, a) => path(`M0 ${n(s / 2)}A${n(s / 2)} ${n(s / 2)} 0 0 1 ${n(s)} ${n(s / 2)}Z`, a),
  (s, a) => circle(s / 2, s / 2, s * 0.36, a),
  (s, a) => path(`M0 0L${n(s)} ${n(s)}L0 ${n(s)}Z`, a),
  (s, a, b) => circle(s / 2, s / 2, s / 2, a) + circle(s / 2, s / 2, s * 0.22, b),
  (s, a, b) =>
    path(`M0 0H${n(s)}A${n(s)} ${n(s)} 0 0 1 0 ${n(s)}Z`, a) +
    path(`M0 0H${n(s * 0.5)}A${n(s * 0.5)} ${n(s * 0.5)} 0 0 1 0 ${n(s * 0.5)}Z`, b),
  (s, a) => [0, 1, 2].map((i) => rect(0, (i * s) / 3, s, s / 6, a)).join(''),
  (s, a) => path(`M0 0A${n(s)} ${n(s)} 0 0 1 ${n(s)} ${n(s)}A${n(s)} ${n(s)} 0 0 1 0 0Z`, a),
  (s, a) =>
    [0.2, 0.5, 0.8]
      .flatMap((y) => [0.2, 0.5, 0.8].map((x) => circle(x * s, y * s, s * 0.09, a)))
      .join(''),
];

/** A grid of elementary shapes, each in two colours that differ. */
export function paintBauhaus(canvas: Canvas): string {
  const { width, height, random, palette } = canvas;
  const columns = Math.max(2, Math.round(width / (canvas.unit * 2.1)));
  const side = width / columns;
  const rows = Math.ceil(height / side - 0.05);
  const stretch = height / (rows * side);
  const colours = [...palette.inks, palette.paper];
  let cells = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [ground, first, second] = random.shuffled(colours) as [string, string, string];
      const turn = random.whole(0, 3) * 90;
      const shape = random.pick(SHAPES)(side, first, second);
      cells += `<g transform="translate(${n(column * side)} ${n(row * side)}) rotate(${turn} ${n(side / 2)} ${n(side / 2)})">${rect(-0.5, -0.5, side + 1, side + 1, ground)}${shape}</g>`;
    }
  }
  return (
    rect(0, 0, width, height, palette.paper) + `<g transform="scale(1 ${stretch})">${cells}</g>`
  );
}

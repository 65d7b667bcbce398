import type { Canvas } from '../pattern.types';
import { placed } from './leaf';

/** Repeats a motif over the canvas, every second column moved down by half a step. */
export function halfDrop(
  canvas: Canvas,
  step: number,
  motif: (index: number) => string,
  tilt = 24,
  jitter = 0,
): string {
  const { width, height, random } = canvas;
  const columns = Math.max(2, Math.round(width / (step * 0.86)));
  const spacing = width / columns;
  const rise = step * 1.16;
  let parts = '';
  let index = 0;
  for (let column = 0; column <= columns; column += 1) {
    const drop = column % 2 === 0 ? 0 : rise / 2;
    for (let y = drop - step * 0.1; y < height + rise; y += rise) {
      const x = column * spacing + random.between(-jitter, jitter) * step;
      const wander = random.between(-jitter, jitter) * step;
      parts += placed(x, y + wander, random.between(-tilt, tilt), motif(index));
      index += 1;
    }
    index += 1;
  }
  return parts;
}

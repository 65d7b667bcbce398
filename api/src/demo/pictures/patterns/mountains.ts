import { mix } from '../colour';
import { createNoise } from '../noise';
import type { Canvas } from '../pattern.types';
import { circle, n, path, rect } from '../svg';

/** Ranges behind ranges, paler with distance, and a sun crossed by thin clouds. */
export function paintMountains(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const [near, far, sun, deep] = palette.inks;
  const noise = createNoise(random, 4);
  const layers = 6;
  const sx = width * random.between(0.35, 0.65);
  const sy = height * random.between(0.26, 0.32);
  let sky = circle(sx, sy, unit * 2, sun);
  for (let index = 0; index < 6; index += 1) {
    const half = unit * random.between(0.9, 2.2);
    const y = sy + unit * (-0.9 + index * 0.44);
    const x = sx + unit * random.between(-1.2, 1.2);
    sky += `<rect x="${n(x - half)}" y="${n(y)}" width="${n(half * 2)}" height="${n(unit * 0.13)}" rx="${n(unit * 0.07)}" fill="${palette.paper}"/>`;
  }
  let ranges = '';
  for (let layer = 0; layer < layers; layer += 1) {
    const share = layer / (layers - 1);
    const base = height * (0.4 + share * 0.46);
    const lift = height * (0.19 - share * 0.05);
    const points: string[] = [];
    for (let x = 0; x <= width + 8; x += unit * 0.11) {
      const ridge = Math.abs(noise(x / unit / 3.6 + layer * 9.7, layer * 3.3) - 0.5) * 2;
      points.push(`${n(x)} ${n(base + lift * 0.5 - (1 - ridge) * lift)}`);
    }
    const colour =
      share < 0.6
        ? mix(mix(palette.paper, far, 0.45), near, share / 0.6)
        : mix(near, deep, (share - 0.6) / 0.4);
    ranges += path(`M0 ${n(height)}L${points.join('L')}L${n(width + 8)} ${n(height)}Z`, colour);
  }
  return rect(0, 0, width, height, mix(palette.paper, far, 0.12)) + sky + ranges;
}

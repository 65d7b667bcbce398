import type { Canvas } from '../pattern.types';
import { circle, n, path, polyline, rect } from '../svg';

/** Rays from behind a sun that stands on a striped sea. */
export function paintSunburst(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const [a, b, c, d] = palette.inks;
  const cx = width * random.between(0.4, 0.6);
  const cy = height * random.between(0.52, 0.6);
  const reach = Math.hypot(width, height);
  const rays = random.whole(14, 22) * 2;
  let burst = '';
  for (let ray = 0; ray < rays; ray += 1) {
    if (ray % 2 === 1) continue;
    const from = (ray / rays) * Math.PI * 2;
    const to = ((ray + 1) / rays) * Math.PI * 2;
    burst += path(
      polyline(
        [
          [cx, cy],
          [cx + Math.cos(from) * reach, cy + Math.sin(from) * reach],
          [cx + Math.cos(to) * reach, cy + Math.sin(to) * reach],
        ],
        true,
      ),
      (ray / 2) % 2 === 0 ? b : c,
    );
  }
  const radius = unit * random.between(2, 2.4);
  const sun =
    circle(cx, cy, radius, a) + circle(cx, cy, radius * 0.72, c) + circle(cx, cy, radius * 0.46, a);
  const sea = cy + radius * 0.28;
  let stripes = rect(0, sea, width, height - sea, d);
  let y = sea + unit * 0.22;
  for (let index = 0; y < height; index += 1) {
    const half = radius * (1.1 + index * 0.22) * (index % 2 === 0 ? 1 : 0.66);
    const thick = unit * (0.1 + index * 0.025);
    stripes += `<rect x="${n(cx - half)}" y="${n(y)}" width="${n(half * 2)}" height="${n(thick)}" rx="${n(thick / 2)}" fill="${index % 3 === 1 ? a : palette.paper}"/>`;
    y += thick + unit * 0.26;
  }
  return rect(0, 0, width, height, palette.paper) + burst + sun + stripes;
}

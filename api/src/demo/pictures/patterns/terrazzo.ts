import type { Canvas } from '../pattern.types';
import { path, polyline, rect } from '../svg';

interface Chip {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function chipOutline(canvas: Canvas, chip: Chip): string {
  const { random } = canvas;
  const corners = random.whole(4, 7);
  const stretch = random.between(0.6, 1);
  const turn = random.between(0, Math.PI);
  const points = Array.from({ length: corners }, (_, index): [number, number] => {
    const angle = ((index + random.between(-0.28, 0.28)) / corners) * Math.PI * 2;
    const reach = chip.radius * random.between(0.78, 1.05);
    const px = Math.cos(angle) * reach;
    const py = Math.sin(angle) * reach * stretch;
    return [
      chip.x + px * Math.cos(turn) - py * Math.sin(turn),
      chip.y + px * Math.sin(turn) + py * Math.cos(turn),
    ];
  });
  return polyline(points, true);
}

/** Stone chips of mixed sizes set close together, none touching. */
export function paintTerrazzo(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const chips: Chip[] = [];
  const sizes = [
    [0.62, 1.2],
    [0.42, 2.4],
    [0.28, 5],
    [0.18, 9],
    [0.1, 14],
  ] as const;
  const area = (width * height) / (unit * unit);
  for (const [size, share] of sizes) {
    const tries = Math.round(area * share);
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const radius = unit * size * random.between(0.8, 1.15);
      const x = random.between(-radius, width + radius);
      const y = random.between(-radius, height + radius);
      const free = chips.every(
        (other) => Math.hypot(other.x - x, other.y - y) > (other.radius + radius) * 1.02,
      );
      if (free) chips.push({ x, y, radius });
    }
  }
  const body = chips.map((chip) => path(chipOutline(canvas, chip), random.pick(palette.inks)));
  return rect(0, 0, width, height, palette.paper) + body.join('');
}

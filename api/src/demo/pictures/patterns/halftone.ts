import type { Canvas } from '../pattern.types';
import { circle, dot, path, rect } from '../svg';

type Tone = (x: number, y: number) => number;

function lambertSphere(canvas: Canvas, cx: number, cy: number, radius: number): Tone {
  const angle = canvas.random.between(-2.4, -0.8);
  const light = [Math.cos(angle) * 0.62, Math.sin(angle) * 0.62, 0.72] as const;
  return (x, y) => {
    const dx = (x - cx) / radius;
    const dy = (y - cy) / radius;
    const depth = 1 - dx * dx - dy * dy;
    if (depth <= 0) return 0;
    const lit = dx * light[0] + dy * light[1] + Math.sqrt(depth) * light[2];
    return Math.min(1, Math.max(0, 1.02 - Math.max(0, lit)));
  };
}

function screen(canvas: Canvas, cell: number, degrees: number, tone: Tone): string {
  const { width, height } = canvas;
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const reach = Math.ceil(Math.hypot(width, height) / cell / 2) + 1;
  let dots = '';
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      const x = width / 2 + (column * cos - row * sin) * cell;
      const y = height / 2 + (column * sin + row * cos) * cell;
      if (x < -cell || y < -cell || x > width + cell || y > height + cell) continue;
      const radius = cell * 0.68 * Math.sqrt(tone(x, y));
      if (radius > cell * 0.08) dots += dot(x, y, radius);
    }
  }
  return dots;
}

/** A lit ball, or a field of ripples, screened into dots of two inks. */
export function paintHalftone(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const [dark, mid, bright] = palette.inks;
  const cell = unit * 0.2;
  const cx = width * random.between(0.42, 0.58);
  const cy = height * random.between(0.4, 0.5);
  const radius = Math.min(width, height) * random.between(0.34, 0.4);
  const paper = rect(0, 0, width, height, palette.paper);
  if (random.chance(0.6)) {
    const horizon: Tone = (_x, y) => Math.max(0, (y / height - 0.62) * 1.6);
    const ball = lambertSphere(canvas, cx, cy, radius);
    return (
      paper +
      path(screen(canvas, cell, 15, horizon), mid) +
      circle(cx, cy, radius, bright) +
      path(screen(canvas, cell, 45, ball), dark)
    );
  }
  const period = unit * random.between(2.2, 3.2);
  const ripple = (x: number, y: number): number => {
    const distance = Math.hypot(x - cx, y - cy);
    return 0.42 + 0.4 * Math.sin((distance / period) * Math.PI * 2);
  };
  return (
    paper +
    path(
      screen(canvas, cell * 1.3, 15, (x, y) => 0.75 - ripple(x, y)),
      bright,
    ) +
    path(
      screen(canvas, cell * 1.3, 45, (x, y) => ripple(x, y) * 0.9),
      dark,
    )
  );
}

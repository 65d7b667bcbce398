import { lightness } from '../colour';
import type { Canvas } from '../pattern.types';
import { n, overprint, path, rect, stroke } from '../svg';

function rings(cx: number, cy: number, gap: number, reach: number, colour: string): string {
  let all = '';
  for (let radius = gap * 0.6; radius < reach; radius += gap) {
    all += `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(radius)}"/>`;
  }
  return `<g fill="none" stroke="${colour}" stroke-width="${n(gap * 0.46)}">${all}</g>`;
}

function bars(canvas: Canvas, gap: number, degrees: number, colour: string): string {
  const reach = Math.hypot(canvas.width, canvas.height);
  let data = '';
  for (let y = -reach; y < reach; y += gap) data += `M${n(-reach)} ${n(y)}H${n(reach)}`;
  const place = `translate(${n(canvas.width / 2)} ${n(canvas.height / 2)}) rotate(${n(degrees)})`;
  return `<g transform="${place}">${stroke(data, colour, gap * 0.46)}</g>`;
}

/** Two screens of lines laid over each other, so that a third pattern appears. */
export function paintMoire(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const [first, second, third] = palette.inks;
  const gap = unit * 0.2;
  const reach = Math.hypot(width, height);
  const drift = unit * random.between(0.7, 1.5);
  const angle = random.between(0, Math.PI);
  const cx = width * random.between(0.4, 0.6);
  const cy = height * random.between(0.4, 0.6);
  const lower = rings(cx, cy, gap, reach, first);
  const upper = random.chance(0.65)
    ? rings(cx + Math.cos(angle) * drift, cy + Math.sin(angle) * drift, gap, reach, second)
    : bars(canvas, gap, random.between(-20, 20), second);
  const onDark = lightness(palette.paper) < 0.5;
  const disc = path(
    `M${n(cx - unit * 2.6)} ${n(cy)}a${n(unit * 2.6)} ${n(unit * 2.6)} 0 1 0 ${n(unit * 5.2)} 0a${n(unit * 2.6)} ${n(unit * 2.6)} 0 1 0 ${n(-unit * 5.2)} 0Z`,
    third,
  );
  return (
    rect(0, 0, width, height, palette.paper) +
    (onDark ? lower + upper : disc + overprint(lower) + overprint(upper))
  );
}

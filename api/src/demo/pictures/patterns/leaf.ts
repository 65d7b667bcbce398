import { n, path, stroke } from '../svg';

/** A pointed leaf that grows from the origin along +x, with its vein. */
export function leaf(length: number, width: number, fill: string, vein: string): string {
  const outline = `M0 0C${n(length * 0.25)} ${n(-width)} ${n(length * 0.75)} ${n(-width * 0.8)} ${n(length)} 0C${n(length * 0.75)} ${n(width * 0.8)} ${n(length * 0.25)} ${n(width)} 0 0Z`;
  return path(outline, fill) + stroke(`M0 0H${n(length * 0.82)}`, vein, length * 0.025);
}

/** A child drawn at a place, turned by degrees. */
export function placed(x: number, y: number, degrees: number, child: string): string {
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(degrees)})">${child}</g>`;
}

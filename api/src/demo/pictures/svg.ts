/** Formats a coordinate with one decimal, which is finer than a pixel and keeps documents small. */
export function n(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}

/** A closed polygon or open polyline as path data. */
export function polyline(points: readonly (readonly [number, number])[], closed = false): string {
  const body = points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L');
  return `M${body}${closed ? 'Z' : ''}`;
}

/** A circle as path data, so that thousands of dots make one element. */
export function dot(x: number, y: number, radius: number): string {
  const r = n(radius);
  return `M${n(x - radius)} ${n(y)}a${r} ${r} 0 1 0 ${n(radius * 2)} 0a${r} ${r} 0 1 0 ${n(-radius * 2)} 0Z`;
}

export function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}"/>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"/>`;
}

export function path(data: string, fill: string): string {
  return `<path d="${data}" fill="${fill}"/>`;
}

export function stroke(data: string, colour: string, width: number): string {
  return `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** Ink printed over ink: colours multiply, as in a risograph. */
export function overprint(children: string): string {
  return `<g style="mix-blend-mode:multiply">${children}</g>`;
}

/** A whole SVG document. */
export function svgDocument(width: number, height: number, children: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}">${children}</svg>`;
}

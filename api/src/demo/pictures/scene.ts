import { mix } from './colour';
import { PALETTES } from './palettes';
import type { PatternSpec } from './pattern.types';
import type { Raster } from './raster';
import { n, rect } from './svg';

/** Every picture has the same size and shape, 4 to 5. */
export const PICTURE = { width: 1280, height: 1600 } as const;

/** What a mock-up shows: the printed pattern and the colour of the thing it is printed on. */
export interface Subject {
  readonly pattern: PatternSpec;
  /** Hex colour of frame, cloth, glaze, ribbon or envelope. */
  readonly tint?: string;
}

/** One sheet of a scene; sheets lie on each other in order. */
export type Layer =
  | { readonly kind: 'drawing'; readonly svg: string }
  | {
      readonly kind: 'pixels';
      readonly raster: Raster;
      readonly left: number;
      readonly top: number;
    };

export type Mockup = (subject: Subject) => Promise<readonly Layer[]>;

/** A drawing that covers the whole picture. */
export function drawing(children: string): Layer {
  const { width, height } = PICTURE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${children}</svg>`;
  return { kind: 'drawing', svg };
}

/** Artwork laid into a rectangle of a drawing. */
export function inset(
  artwork: string,
  x: number,
  y: number,
  width: number,
  height: number,
  fit: 'none' | 'xMidYMid slice' = 'none',
): string {
  const place = `<svg x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" preserveAspectRatio="${fit}" `;
  return artwork.replace(/^<svg xmlns="[^"]*" width="[^"]*" height="[^"]*" /, place);
}

const SOFT_STEPS = 12;

/**
 * A shape whose edge fades out over `spread` pixels. Built from outlines of growing width, because the
 * blur filter of SVG takes longer than everything else in a picture together.
 */
export function soften(shape: string, colour: string, spread: number, opacity: number): string {
  let outlines = '';
  let weights = 0;
  for (let step = 1; step <= SOFT_STEPS; step += 1) weights += SOFT_STEPS + 1 - step;
  for (let step = SOFT_STEPS; step >= 1; step -= 1) {
    const share = ((SOFT_STEPS + 1 - step) / weights) * opacity;
    const width = (step / SOFT_STEPS) * spread * 2;
    outlines += `<g stroke-width="${n(width)}" opacity="${share.toFixed(4)}">${shape}</g>`;
  }
  return `<g fill="${colour}" stroke="${colour}" stroke-linejoin="round" stroke-linecap="round">${outlines}</g>`;
}

/** The soft shadow of a shape that floats a little above the surface. */
export function shadow(shape: string, x: number, y: number, blur: number, opacity: number): string {
  return `<g transform="translate(${x} ${y})">${soften(shape, '#2a2018', blur * 2.1, opacity * 0.85)}</g>`;
}

/** A pale surface, faintly coloured by the pattern's own inks and lit from the upper left. */
export function surface(pattern: PatternSpec): string {
  const { inks } = PALETTES[pattern.palette];
  const base = mix('#efeae2', inks[1], 0.09);
  const light =
    '<radialGradient id="light" cx="0.28" cy="0.2" r="1.05"><stop offset="0" stop-color="#fff" stop-opacity="0.62"/><stop offset="0.6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#3b2c1c" stop-opacity="0.13"/></radialGradient>';
  return (
    `<defs>${light}</defs>` +
    rect(0, 0, PICTURE.width, PICTURE.height, base) +
    rect(0, 0, PICTURE.width, PICTURE.height, 'url(#light)')
  );
}

/** A table top below a wall, for things that stand. */
export function table(pattern: PatternSpec, horizon: number): string {
  const { inks } = PALETTES[pattern.palette];
  const top = mix('#e3dacd', inks[1], 0.06);
  return (
    surface(pattern) +
    `<defs><linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.35"/><stop offset="1" stop-color="#3b2c1c" stop-opacity="0.1"/></linearGradient></defs>` +
    rect(0, horizon, PICTURE.width, PICTURE.height - horizon, top) +
    rect(0, horizon, PICTURE.width, PICTURE.height - horizon, 'url(#table)')
  );
}

import type { Palette, PaletteName } from './palettes';
import type { Random } from './random';

/** The families of pattern that the studio prints. */
export type PatternFamily =
  | 'halftone'
  | 'moire'
  | 'truchet'
  | 'waves'
  | 'risograph'
  | 'bauhaus'
  | 'terrazzo'
  | 'plaid'
  | 'contours'
  | 'sunburst'
  | 'botanical'
  | 'meadow'
  | 'lettering'
  | 'scales'
  | 'cutouts'
  | 'mountains'
  | 'moons'
  | 'citrus'
  | 'houses'
  | 'opart'
  | 'weave'
  | 'fish'
  | 'confetti';

/** One artwork: everything needed to draw it again, exactly. */
export interface PatternSpec {
  readonly family: PatternFamily;
  readonly seed: string;
  readonly palette: PaletteName;
  /** Size of the motif; 1 suits a poster, less gives a finer repeat. */
  readonly scale?: number;
  /** Capital letters for `lettering`. */
  readonly text?: string;
}

/** What a painter draws on. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** The motif's natural size in pixels. */
  readonly unit: number;
  readonly random: Random;
  readonly palette: Palette;
  readonly text: string;
}

/** Draws one family of pattern as an SVG fragment that covers the canvas. */
export type Painter = (canvas: Canvas) => string;

import { lightness } from '../colour';
import type { Canvas } from '../pattern.types';
import { n, overprint, rect } from '../svg';

interface Stripe {
  readonly at: number;
  readonly width: number;
  readonly colour: string;
}

function sett(canvas: Canvas, repeat: number): Stripe[] {
  const { random, palette } = canvas;
  const [a, b, c, d] = palette.inks;
  const wide = random.between(0.2, 0.3);
  const half: Stripe[] = [
    { at: 0.04, width: wide, colour: a },
    { at: 0.08 + wide, width: 0.05, colour: c },
    { at: 0.17 + wide, width: random.between(0.1, 0.18), colour: b },
    { at: 0.62, width: 0.03, colour: d },
    { at: 0.72, width: random.between(0.07, 0.12), colour: random.chance(0.5) ? a : b },
    { at: 0.9, width: 0.025, colour: c },
  ];
  return half.map((s) => ({ ...s, at: s.at * repeat, width: s.width * repeat }));
}

/** A woven check: the same order of stripes in warp and weft, crossing in a twill. */
export function paintPlaid(canvas: Canvas): string {
  const { width, height, unit, palette } = canvas;
  const repeat = unit * 4.2;
  const stripes = sett(canvas, repeat);
  const print = lightness(palette.paper) < 0.5 ? (children: string) => children : overprint;
  let warp = '';
  let weft = '';
  for (let start = -repeat * 0.4; start < Math.max(width, height); start += repeat) {
    for (const stripe of stripes) {
      warp += rect(start + stripe.at, 0, stripe.width, height, stripe.colour);
      weft += rect(0, start + stripe.at, width, stripe.width, stripe.colour);
    }
  }
  const thread = unit * 0.09;
  const twill = `<pattern id="twill" width="${n(thread)}" height="${n(thread)}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${n(thread * 0.4)}" height="${n(thread)}" fill="${palette.paper}" fill-opacity="0.28"/></pattern>`;
  return (
    rect(0, 0, width, height, palette.paper) +
    print(`<g opacity="0.72">${warp}</g>`) +
    print(`<g opacity="0.72">${weft}</g>`) +
    `<defs>${twill}</defs>` +
    rect(0, 0, width, height, 'url(#twill)')
  );
}

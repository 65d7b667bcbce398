import type { Canvas } from '../pattern.types';
import { n, rect } from '../svg';

/** Single-stroke capitals on a box 2 wide and 3 high. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: 'M0 3V1A1 1 0 0 1 2 1V3M0 2H2',
  B: 'M0 0H1A.75 .75 0 0 1 1 1.5H0V0V3H1.2A.75 .75 0 0 0 1.2 1.5H1',
  C: 'M2 .8A1 1 0 0 0 0 1V2A1 1 0 0 0 2 2.2',
  D: 'M0 0H.6A1.4 1.4 0 0 1 2 1.4V1.6A1.4 1.4 0 0 1 .6 3H0Z',
  E: 'M2 0H0V3H2M0 1.5H1.6',
  F: 'M2 0H0V3M0 1.5H1.6',
  G: 'M2 .8A1 1 0 0 0 0 1V2A1 1 0 0 0 2 2V1.6H1.1',
  H: 'M0 0V3M2 0V3M0 1.5H2',
  I: 'M1 0V3',
  J: 'M2 0V2A1 1 0 0 1 0 2',
  K: 'M0 0V3M2 0L0 1.7M.6 1.2L2 3',
  L: 'M0 0V3H2',
  M: 'M0 3V0L1 1.6L2 0V3',
  N: 'M0 3V0L2 3V0',
  O: 'M0 1A1 1 0 0 1 2 1V2A1 1 0 0 1 0 2Z',
  P: 'M0 3V0H1.1A.85 .85 0 0 1 1.1 1.7H0',
  R: 'M0 3V0H1.1A.8 .8 0 0 1 1.1 1.6H0M1 1.6L2 3',
  S: 'M2 .7A1 .75 0 0 0 0 .75C0 1.9 2 1.2 2 2.25A1 .75 0 0 1 0 2.3',
  T: 'M0 0H2M1 0V3',
  U: 'M0 0V2A1 1 0 0 0 2 2V0',
  V: 'M0 0L1 3L2 0',
  W: 'M0 0L.5 3L1 1.2L1.5 3L2 0',
  Y: 'M0 0L1 1.4L2 0M1 1.4V3',
  '&': 'M2 3L.5 1.2A.65 .65 0 1 1 1.4 .9L.3 1.7A.8 .8 0 1 0 1.6 2.5L2 1.8',
};

function glyph(canvas: Canvas, character: string, size: number, width: number, height: number) {
  const data = GLYPHS[character];
  if (data === undefined) return '';
  const { palette } = canvas;
  const [a, b, c] = palette.inks;
  const line = (colour: string, weight: number): string =>
    `<path d="${data}" vector-effect="non-scaling-stroke" fill="none" stroke="${colour}" stroke-width="${n(size * weight)}" stroke-linecap="round" stroke-linejoin="round"/>`;
  const body =
    line(a, 0.36) + line(palette.paper, 0.27) + line(c, 0.19) + line(palette.paper, 0.1) + line(b, 0.05);
  return `<g transform="scale(${n(width / 2)} ${n(height / 3)})">${body}</g>`;
}

/** Words in a striped capital alphabet, set as large as the sheet allows. */
export function paintLettering(canvas: Canvas): string {
  const { width, height, palette } = canvas;
  const lines = canvas.text.split(' ');
  const margin = Math.min(width, height) * 0.17;
  const longest = Math.max(...lines.map((line) => line.length));
  const gap = Math.min(width / longest, height / lines.length) * 0.36;
  const glyphHeight = (height - margin * 2 - gap * (lines.length - 1)) / lines.length;
  let letters = '';
  lines.forEach((line, row) => {
    const glyphWidth = (width - margin * 2 - gap * (line.length - 1)) / line.length;
    const size = Math.min((width - margin * 2) / longest, glyphHeight) * 0.72;
    [...line].forEach((character, column) => {
      const x = margin + column * (glyphWidth + gap);
      const y = margin + row * (glyphHeight + gap);
      letters += `<g transform="translate(${n(x)} ${n(y)})">${glyph(canvas, character, size, glyphWidth, glyphHeight)}</g>`;
    });
  });
  return rect(0, 0, width, height, palette.paper) + letters;
}

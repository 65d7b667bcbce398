import type { Canvas } from '../pattern.types';
import { n, rect, stroke } from '../svg';

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

/** Which numbers of a path command are across (x) and which down (y); the rest stay as they are. */
const AXES: Readonly<Record<string, string>> = {
  M: 'xy',
  L: 'xy',
  H: 'x',
  V: 'y',
  C: 'xy',
  A: 'xy---xy',
};

/** Stretches the outline itself: stretching its drawing would stretch the stroke as well. */
function stretched(data: string, across: number, down: number): string {
  return data.replace(/([A-Z])([^A-Z]*)/g, (_whole, command: string, list: string) => {
    const axes = AXES[command] ?? '';
    const numbers = (list.match(/-?\d*\.?\d+/g) ?? []).map((number, index) => {
      const axis = axes[index % axes.length];
      return n(Number(number) * (axis === 'x' ? across : axis === 'y' ? down : 1));
    });
    return command + numbers.join(' ');
  });
}

function glyph(canvas: Canvas, outline: string, weight: number): string {
  const { palette } = canvas;
  const [a, b, c] = palette.inks;
  return (
    stroke(outline, a, weight) +
    stroke(outline, palette.paper, weight * 0.74) +
    stroke(outline, c, weight * 0.56) +
    stroke(outline, palette.paper, weight * 0.3) +
    stroke(outline, b, weight * 0.14)
  );
}

/** Words in a striped capital alphabet, one to a row, set as large as the sheet allows. */
export function paintLettering(canvas: Canvas): string {
  const { width, height, palette } = canvas;
  const lines = canvas.text.split(' ');
  const margin = Math.min(width, height) * 0.09;
  const rowHeight = (height - margin * 2) / lines.length;
  let letters = '';
  lines.forEach((line, row) => {
    const cell = (width - margin * 2) / line.length;
    const weight = Math.min(cell * 0.42, rowHeight * 0.26);
    const glyphWidth = cell - weight * 1.12;
    const glyphHeight = rowHeight - weight * 1.25;
    Array.from(line).forEach((character, column) => {
      const data = GLYPHS[character];
      if (data === undefined) return;
      const outline = stretched(data, glyphWidth / 2, glyphHeight / 3);
      const x = margin + column * cell + weight * 0.56;
      const y = margin + row * rowHeight + weight * 0.62;
      letters += `<g transform="translate(${n(x)} ${n(y)})">${glyph(canvas, outline, weight)}</g>`;
    });
  });
  return rect(0, 0, width, height, palette.paper) + letters;
}

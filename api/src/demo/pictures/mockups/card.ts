import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { mix } from '../colour';
import { PALETTES } from '../palettes';
import { drawing, inset, type Layer, shadow, type Subject, surface } from '../scene';

function envelope(colour: string): string {
  const dark = mix(colour, '#2a2018', 0.16);
  const body = '<rect x="-470" y="-335" width="940" height="670" rx="6"/>';
  return (
    '<g transform="translate(665 1010) rotate(-12)">' +
    shadow(body, 14, 26, 24, 0.28) +
    `<g fill="${colour}">${body}</g>` +
    `<path d="M-470 335L-40 -30L40 -30L470 335Z" fill="${mix(colour, '#ffffff', 0.14)}"/>` +
    `<path d="M-470 335L-40 -30M470 335L40 -30" stroke="${dark}" stroke-width="2" opacity="0.5"/>` +
    `<path d="M-470 -331L-30 60Q0 84 30 60L470 -331Z" fill="${dark}" opacity="0.35" transform="translate(0 8)"/>` +
    `<path d="M-470 -335L-30 52Q0 76 30 52L470 -335Z" fill="${mix(colour, '#ffffff', 0.07)}"/>` +
    '</g>'
  );
}

/** A folded card lying on its envelope. */
export function cardMockup({ pattern, tint }: Subject): Promise<readonly Layer[]> {
  const [width, height] = [690, 966];
  const artwork = drawArtwork(pattern, ...ARTWORK_SIZE.card);
  const paper = PALETTES[pattern.palette].inks[1];
  const sheet = `<rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="3"/>`;
  const card =
    '<g transform="translate(615 745) rotate(5)">' +
    `<g transform="rotate(1.6) translate(9 6)">${shadow(sheet, 18, 30, 26, 0.34)}<g fill="#f3efe6">${sheet}</g></g>` +
    shadow(sheet, 3, 5, 5, 0.28) +
    `<g fill="#fdfcf8">${sheet}</g>` +
    inset(artwork, -width / 2 + 22, -height / 2 + 22, width - 44, height - 44) +
    `<defs><linearGradient id="fold"><stop offset="0" stop-color="#000" stop-opacity="0.16"/><stop offset="0.35" stop-color="#fff" stop-opacity="0.28"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient></defs>` +
    `<rect x="${-width / 2}" y="${-height / 2}" width="46" height="${height}" fill="url(#fold)"/></g>`;
  return Promise.resolve([
    drawing(surface(pattern) + envelope(tint ?? mix(paper, '#f4eee3', 0.25)) + card),
  ]);
}

import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { drawing, inset, type Layer, shadow, type Subject, surface } from '../scene';

const SIDE = 462;
const GAP = 14;

function glaze(): string {
  return (
    '<linearGradient id="gloss" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.42"/><stop offset="0.38" stop-color="#fff" stop-opacity="0.04"/><stop offset="0.6" stop-color="#fff" stop-opacity="0.12"/><stop offset="1" stop-color="#000" stop-opacity="0.12"/></linearGradient>' +
    `<clipPath id="tile"><rect width="${SIDE}" height="${SIDE}" rx="9"/></clipPath>`
  );
}

function tile(artwork: string, x: number, y: number, turn: number): string {
  const half = SIDE / 2;
  return (
    `<g transform="translate(${x} ${y})">` +
    `<g clip-path="url(#tile)"><g transform="rotate(${turn} ${half} ${half})">${inset(artwork, 0, 0, SIDE, SIDE)}</g>` +
    `<rect width="${SIDE}" height="${SIDE}" fill="url(#gloss)"/>` +
    `<path d="M0 ${SIDE}V0H${SIDE}" fill="none" stroke="#fff" stroke-opacity="0.6" stroke-width="9"/>` +
    `<path d="M0 ${SIDE}H${SIDE}V0" fill="none" stroke="#000" stroke-opacity="0.2" stroke-width="9"/></g></g>`
  );
}

/** Four glazed tiles laid together, each turned, so that their pattern closes; a fifth lies loose. */
export function tilesMockup({ pattern }: Subject): Promise<readonly Layer[]> {
  const artwork = drawArtwork(pattern, ...ARTWORK_SIZE.tiles);
  const [left, top] = [(1280 - SIDE * 2 - GAP) / 2, 150];
  const block = `<rect x="${left}" y="${top}" width="${SIDE * 2 + GAP}" height="${SIDE * 2 + GAP}" rx="8"/>`;
  const turns = [0, 90, 270, 180];
  const laid = turns.map((turn, index) =>
    tile(
      artwork,
      left + (index % 2) * (SIDE + GAP),
      top + Math.floor(index / 2) * (SIDE + GAP),
      turn,
    ),
  );
  const loose = `<rect width="${SIDE}" height="${SIDE}" rx="9"/>`;
  const scene =
    `<defs>${glaze()}</defs>` +
    shadow(block, 16, 30, 24, 0.36) +
    `<g fill="#e9e3d8">${block}</g>${laid.join('')}` +
    `<g transform="translate(722 985) rotate(13)">${shadow(loose, 14, 26, 20, 0.42)}<g fill="#cdbfae" transform="translate(7 9)">${loose}</g>${tile(artwork, 0, 0, 0)}</g>`;
  return Promise.resolve([drawing(surface(pattern) + scene)]);
}

import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { lightness, mix } from '../colour';
import { Random } from '../random';
import { drawing, inset, type Layer, shadow, soften, type Subject, surface } from '../scene';
import { n, rect } from '../svg';

const SHEET = { x: 250, y: 185, width: 780, height: 1103 };

function windowLight(seed: string): string {
  const random = new Random(`${seed}-light`);
  const lean = random.between(150, 330);
  const start = random.between(-250, 150);
  const panes = [0, 300].map((offset) => {
    const x = start + offset;
    return `<path d="M${n(x)} 1400L${n(x + lean)} 60H${n(x + lean + 250)}L${n(x + 250)} 1400Z"/>`;
  });
  return soften(panes.join(''), '#fff8e6', 42, 0.3);
}

function framed(artwork: string, frame: string): string {
  const { x, y, width, height } = SHEET;
  const [bar, mat] = [30, 74];
  const outer = `<rect x="${x - bar}" y="${y - bar}" width="${width + bar * 2}" height="${height + bar * 2}" rx="4"/>`;
  const wooden = lightness(frame) > 0.3 && lightness(frame) < 0.9;
  const grain = wooden
    ? [8, 13, 21]
        .map(
          (inner, index) =>
            `<rect x="${x - bar + inner}" y="${y - bar + inner}" width="${width + (bar - inner) * 2}" height="${height + (bar - inner) * 2}" fill="none" stroke="${mix(frame, '#5b3a1e', 0.35)}" stroke-width="${1.4 - index * 0.3}" opacity="0.5"/>`,
        )
        .join('')
    : '';
  return (
    shadow(outer, 20, 38, 34, 0.26) +
    shadow(outer, 6, 10, 8, 0.3) +
    `<g fill="${frame}">${outer}</g>${grain}` +
    `<path d="M${x - bar} ${y - bar}h${width + bar * 2}l-${bar} ${bar}h-${width}Z" fill="#fff" opacity="0.22"/>` +
    `<path d="M${x + width + bar} ${y - bar}v${height + bar * 2}l-${bar} -${bar}v-${height}Z" fill="#000" opacity="0.14"/>` +
    `<path d="M${x - bar} ${y + height + bar}h${width + bar * 2}l-${bar} -${bar}h-${width}Z" fill="#000" opacity="0.2"/>` +
    rect(x, y, width, height, '#fbf9f4') +
    `<rect x="${x + 3}" y="${y + 3}" width="${width - 6}" height="${height - 6}" fill="none" stroke="#000" stroke-opacity="0.12" stroke-width="7"/>` +
    inset(artwork, x + mat, y + mat, width - mat * 2, height - mat * 2) +
    `<rect x="${x + mat}" y="${y + mat}" width="${width - mat * 2}" height="${height - mat * 2}" fill="none" stroke="#000" stroke-opacity="0.16" stroke-width="2"/>`
  );
}

function taped(artwork: string): string {
  const { x, y, width, height } = SHEET;
  const sheet = `<path d="M${x} ${y}H${x + width}V${y + height - 14}Q${x + width - 4} ${y + height + 4} ${x + width - 20} ${y + height}H${x}Z"/>`;
  const tape = (cx: number, turn: number): string =>
    `<rect x="-70" y="-22" width="140" height="44" transform="translate(${cx} ${y + 6}) rotate(${turn})" fill="#f0dfae" fill-opacity="0.82"/>`;
  return (
    shadow(sheet, 14, 26, 22, 0.3) +
    shadow(sheet, 3, 5, 4, 0.25) +
    `<g fill="#fdfcf8">${sheet}</g>` +
    inset(artwork, x + 34, y + 34, width - 68, height - 68) +
    tape(x + 70, -28) +
    tape(x + width - 70, 28)
  );
}

/** A poster on a wall: in a frame of the tint, or taped up when there is none. */
export function posterMockup({ pattern, tint }: Subject): Promise<readonly Layer[]> {
  const artwork = drawArtwork(pattern, ...ARTWORK_SIZE.poster);
  const hung = tint === undefined ? taped(artwork) : framed(artwork, tint);
  return Promise.resolve([drawing(surface(pattern) + windowLight(pattern.seed) + hung)]);
}

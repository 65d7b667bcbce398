import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { mix } from '../colour';
import { PALETTES } from '../palettes';
import { drawing, inset, type Layer, shadow, type Subject, surface } from '../scene';

const [WIDTH, HEIGHT] = [780, 1100];
const COVER = `M${-WIDTH / 2} ${-HEIGHT / 2}H${WIDTH / 2 - 34}Q${WIDTH / 2} ${-HEIGHT / 2} ${WIDTH / 2} ${-HEIGHT / 2 + 34}V${HEIGHT / 2 - 34}Q${WIDTH / 2} ${HEIGHT / 2} ${WIDTH / 2 - 34} ${HEIGHT / 2}H${-WIDTH / 2}Z`;

function pencil(colour: string): string {
  return (
    '<g transform="translate(1098 1010) rotate(16)">' +
    shadow('<rect x="-15" y="-360" width="30" height="700" rx="6"/>', 10, 12, 9, 0.35) +
    `<rect x="-15" y="-330" width="30" height="610" fill="${colour}"/><rect x="-15" y="-330" width="10" height="610" fill="#fff" opacity="0.25"/><rect x="6" y="-330" width="9" height="610" fill="#000" opacity="0.16"/>` +
    '<rect x="-15" y="-356" width="30" height="28" fill="#c9c2b4"/><rect x="-14" y="-392" width="28" height="40" rx="9" fill="#e7a79b"/>' +
    `<path d="M-15 280L0 350L15 280Z" fill="#ecd3aa"/><path d="M-5 327L0 350L5 327Z" fill="#2b2b2b"/></g>`
  );
}

/** A notebook with a printed cover and a cloth spine of the tint, lying on its plain twin. */
export function notebookMockup({ pattern, tint }: Subject): Promise<readonly Layer[]> {
  const { inks } = PALETTES[pattern.palette];
  const spine = tint ?? mix(inks[0], '#1c1a18', 0.25);
  const artwork = drawArtwork(pattern, ...ARTWORK_SIZE.notebook);
  const cover = `<path d="${COVER}"/>`;
  const pages = [14, 10, 6]
    .map(
      (offset, index) =>
        `<path d="${COVER}" transform="translate(${offset} ${offset})" fill="${index % 2 === 0 ? '#efe8da' : '#dcd2bf'}"/>`,
    )
    .join('');
  const under = `<g transform="translate(690 850) rotate(9)">${shadow(cover, 14, 26, 24, 0.3)}<path d="${COVER}" transform="translate(10 10)" fill="#e2d9c8"/><g fill="${mix(inks[1], '#f1eadf', 0.15)}">${cover}</g></g>`;
  const top =
    `<g transform="translate(590 775) rotate(-5)">${shadow(cover, 18, 32, 24, 0.4)}` +
    `<path d="${COVER}" transform="translate(18 18)" fill="${mix(spine, '#000000', 0.2)}"/>${pages}` +
    `<clipPath id="cover"><path d="${COVER}"/></clipPath><g clip-path="url(#cover)">${inset(artwork, -WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT)}` +
    `<rect x="${-WIDTH / 2}" y="${-HEIGHT / 2}" width="92" height="${HEIGHT}" fill="${spine}"/>` +
    `<rect x="${-WIDTH / 2 + 92}" y="${-HEIGHT / 2}" width="9" height="${HEIGHT}" fill="#000" opacity="0.22"/>` +
    `<rect x="${-WIDTH / 2 + 14}" y="${-HEIGHT / 2}" width="16" height="${HEIGHT}" fill="#fff" opacity="0.14"/>` +
    `<rect x="${WIDTH / 2 - 92}" y="${-HEIGHT / 2}" width="20" height="${HEIGHT}" fill="${mix(spine, '#000000', 0.12)}"/><rect x="${WIDTH / 2 - 72}" y="${-HEIGHT / 2}" width="5" height="${HEIGHT}" fill="#000" opacity="0.2"/>` +
    '<defs><linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.24"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.1"/></linearGradient></defs>' +
    `<path d="${COVER}" fill="url(#sheen)"/></g></g>`;
  return Promise.resolve([drawing(surface(pattern) + under + top + pencil(inks[2]))]);
}

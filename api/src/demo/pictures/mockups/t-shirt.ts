import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { lightness, mix } from '../colour';
import { Random } from '../random';
import { drawing, inset, type Layer, shadow, soften, type Subject, surface } from '../scene';

const OUTLINE =
  'M492 236C430 262 352 286 300 318C236 358 176 480 108 664C104 676 108 684 120 690L296 764C308 768 316 764 320 754L362 640C376 760 372 1010 356 1392C356 1404 364 1410 376 1411C560 1428 724 1428 904 1411C916 1410 924 1404 924 1392C908 1010 904 760 918 640L960 754C964 764 972 768 984 764L1160 690C1172 684 1176 676 1172 664C1104 480 1044 358 980 318C928 286 850 262 788 236C748 330 532 330 492 236Z';

const PRINTS = {
  arch: 'M440 900V620A200 200 0 0 1 840 620V900Z',
  disc: 'M432 690A208 208 0 1 1 848 690A208 208 0 1 1 432 690Z',
  block: 'M446 470H834V930H446Z',
} as const;

const FOLDS = [
  'M372 700C420 820 400 1010 440 1300',
  'M908 700C866 830 892 1030 840 1330',
  'M600 1120C590 1230 612 1320 600 1420',
  'M330 330C380 420 380 520 364 640',
  'M950 330C900 420 900 520 916 640',
  'M210 480C260 540 290 610 300 740',
  'M1070 480C1020 540 990 610 980 740',
  'M720 1060C752 1180 730 1300 760 1420',
];

function folds(dark: boolean): string {
  const creases = FOLDS.map((data) => `<path d="${data}" fill="none"/>`).join('');
  return (
    soften(creases, '#1a120a', 34, dark ? 0.5 : 0.2) +
    `<g transform="translate(34 -6)">${soften(creases, '#ffffff', 30, dark ? 0.12 : 0.5)}</g>`
  );
}

/** A T-shirt laid flat, printed on the front; the tint is its cloth. */
export function tShirtMockup({ pattern, tint = '#f7f3ea' }: Subject): Promise<readonly Layer[]> {
  const random = new Random(`${pattern.seed}-print`);
  const cut = random.pick(['arch', 'disc', 'block'] as const);
  const print = PRINTS[pattern.family === 'lettering' ? 'block' : cut];
  const artwork = drawArtwork(pattern, ...ARTWORK_SIZE['t-shirt']);
  const dark = lightness(tint) < 0.45;
  const edge = mix(tint, dark ? '#ffffff' : '#2a2018', 0.2);
  const cloth = `<path d="${OUTLINE}"/>`;
  const stitch = `fill="none" stroke="${edge}" stroke-width="2.5" stroke-dasharray="7 5"`;
  const scene =
    shadow(cloth, 12, 24, 24, 0.32) +
    shadow(cloth, 2, 5, 5, 0.25) +
    `<path d="M488 238C532 336 748 336 792 238C748 220 532 220 488 238Z" fill="${mix(tint, '#2a2018', 0.28)}"/>` +
    `<g fill="${tint}">${cloth}</g>` +
    `<clipPath id="cloth"><path d="${OUTLINE}"/></clipPath><clipPath id="print"><path d="${print}"/></clipPath>` +
    `<g clip-path="url(#print)">${inset(artwork, 425, 455, 430, 480)}</g>` +
    `<g clip-path="url(#cloth)">${folds(dark)}</g>` +
    `<path d="M492 236C532 330 748 330 788 236L812 246C760 366 520 366 468 246Z" fill="${mix(tint, dark ? '#ffffff' : '#2a2018', 0.06)}"/>` +
    `<path d="M468 246C520 366 760 366 812 246" ${stitch}/>` +
    `<path d="M126 644L318 722M1154 644L962 722M358 1376C560 1394 724 1394 922 1376" ${stitch}/>` +
    `<path d="M300 318C350 400 366 520 362 640M980 318C930 400 914 520 918 640" fill="none" stroke="${edge}" stroke-width="3"/>` +
    `<path d="${OUTLINE}" fill="none" stroke="${edge}" stroke-opacity="0.6" stroke-width="2"/>`;
  return Promise.resolve([drawing(surface(pattern) + scene)]);
}

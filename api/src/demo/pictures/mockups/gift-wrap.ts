import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { mix } from '../colour';
import { PALETTES } from '../palettes';
import { type Raster, rasterise, warp } from '../raster';
import { drawing, inset, type Layer, shadow, type Subject, surface } from '../scene';

const TILT = (-9 * Math.PI) / 180;
const ROLL = { length: 1010, radius: 98 };

function bow(ribbon: string): string {
  const dark = mix(ribbon, '#1c1410', 0.25);
  const loop = 'M0 0C-60 -130 -230 -150 -236 -60C-240 20 -110 40 0 0Z';
  const hollow = 'M-30 -12C-80 -78 -186 -96 -192 -56C-192 -14 -110 0 -30 -12Z';
  const tail = 'M-6 0C-50 60 -90 120 -150 190L-104 184L-84 224C-50 140 -10 70 14 10Z';
  return [1, -1]
    .map(
      (side) =>
        `<g transform="scale(${side} 1)"><path d="${tail}" fill="${mix(ribbon, '#1c1410', 0.1)}"/><path d="${loop}" fill="${ribbon}"/><path d="${hollow}" fill="${dark}"/></g>`,
    )
    .join('')
    .concat(
      `<rect x="-34" y="-32" width="68" height="62" rx="18" fill="${mix(ribbon, '#ffffff', 0.12)}"/>`,
    );
}

function parcel(artwork: string, ribbon: string): string {
  const side = 800;
  const half = side / 2;
  const box = `<rect x="${-half}" y="${-half}" width="${side}" height="${side}" rx="5"/>`;
  const band = (x: number, y: number, width: number, height: number): string =>
    `<rect x="${x + 5}" y="${y + 6}" width="${width}" height="${height}" fill="#000" opacity="0.16"/><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ribbon}"/>`;
  return (
    `<g transform="translate(650 1010) rotate(7)">${shadow(box, 26, 44, 30, 0.42)}` +
    inset(artwork, -half, -half, side, side) +
    `<path d="M${-half} ${-half}L${-half + 26} ${-half + 26}V${half - 26}L${-half} ${half}Z" fill="#fff" opacity="0.22"/><path d="M${-half} ${-half}L${-half + 26} ${-half + 26}H${half - 26}L${half} ${-half}Z" fill="#fff" opacity="0.3"/>` +
    `<path d="M${half} ${-half}L${half - 26} ${-half + 26}V${half - 26}L${half} ${half}Z" fill="#000" opacity="0.16"/><path d="M${-half} ${half}L${-half + 26} ${half - 26}H${half - 26}L${half} ${half}Z" fill="#000" opacity="0.22"/>` +
    band(-40, -half, 70, side) +
    band(-half, -60, side, 70) +
    `<g transform="translate(-5 -26)">${shadow('<ellipse rx="200" ry="90"/>', 8, 30, 18, 0.4)}${bow(ribbon)}</g></g>`
  );
}

function bendRoll(source: Raster): Raster {
  const { length, radius } = ROLL;
  const [width, height] = [1200, 470];
  const [cos, sin] = [Math.cos(TILT), Math.sin(TILT)];
  return warp(source, width, height, (x, y, sample) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    const along = dx * cos + dy * sin;
    const across = (-dx * sin + dy * cos) / radius;
    if (Math.abs(across) >= 1) {
      sample.alpha = 0;
      return;
    }
    const bulge = Math.sqrt(1 - across * across) * 34;
    if (along < -length / 2 - bulge || along > length / 2 - bulge) {
      sample.alpha = 0;
      return;
    }
    const angle = Math.asin(across);
    sample.u = (along + bulge) / length + 0.5;
    sample.v = 0.5 + angle / Math.PI;
    sample.light =
      0.58 +
      0.5 * Math.max(0, Math.cos(angle + 0.6)) +
      0.14 * Math.exp(-(((across + 0.45) / 0.16) ** 2));
  });
}

function rollEnd(): string {
  const { length, radius } = ROLL;
  const rings = [1, 0.86, 0.72, 0.58]
    .map(
      (share, index) =>
        `<ellipse rx="${34 * share}" ry="${radius * share}" fill="${index % 2 === 0 ? '#f4efe4' : '#ddd3c2'}"/>`,
    )
    .join('');
  return `<g transform="translate(640 285) rotate(-9) translate(${length / 2} 0)">${rings}<ellipse rx="15" ry="43" fill="#6f5f4c"/></g>`;
}

/** A parcel in the paper, tied with a ribbon of the tint, and the roll it was cut from. */
export async function giftWrapMockup({ pattern, tint }: Subject): Promise<readonly Layer[]> {
  const ribbon = tint ?? PALETTES[pattern.palette].inks[0];
  const source = await rasterise(drawArtwork(pattern, 1040, 310));
  const cylinder = `<rect x="${-ROLL.length / 2}" y="${-ROLL.radius}" width="${ROLL.length}" height="${ROLL.radius * 2}" rx="30" transform="translate(640 285) rotate(-9)"/>`;
  return [
    drawing(
      surface(pattern) +
        parcel(drawArtwork(pattern, ...ARTWORK_SIZE['gift-wrap']), ribbon) +
        shadow(cylinder, 18, 40, 22, 0.42),
    ),
    { kind: 'pixels', raster: bendRoll(source), left: 40, top: 50 },
    drawing(rollEnd()),
  ];
}

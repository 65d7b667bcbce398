import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { mix } from '../colour';
import { rasterise, warp } from '../raster';
import { drawing, inset, type Layer, shadow, type Subject, table } from '../scene';

const BODY = { left: 225, top: 450, radius: 345, height: 780, ellipse: 74 };

function handle(glaze: string): string {
  const shape = 'M880 640C1090 560 1170 700 1120 860C1080 990 980 1050 880 1060';
  return (
    `<path d="${shape}" fill="none" stroke="${mix(glaze, '#2a2018', 0.32)}" stroke-width="84" stroke-linecap="round"/>` +
    `<path d="${shape}" fill="none" stroke="${mix(glaze, '#2a2018', 0.08)}" stroke-width="70" stroke-linecap="round" transform="translate(-5 -5)"/>` +
    `<path d="${shape}" fill="none" stroke="#fff" stroke-opacity="0.4" stroke-width="14" stroke-linecap="round" transform="translate(8 -20)"/>`
  );
}

/** A stoneware mug with the pattern wrapped round it; the tint is its glaze. */
export async function mugMockup({ pattern, tint = '#fbf8f1' }: Subject): Promise<readonly Layer[]> {
  const { left, top, radius, height, ellipse } = BODY;
  const [wide, printed] = ARTWORK_SIZE.mug;
  const tall = printed + 128;
  const artwork = drawArtwork(pattern, wide, printed);
  const wrapper = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}"><rect width="${wide}" height="${tall}" fill="${tint}"/>${inset(artwork, 0, 56, wide, printed)}</svg>`;
  const source = await rasterise(wrapper);
  const width = radius * 2;
  const body = warp(source, width, height + ellipse, (x, y, sample) => {
    const across = (x - radius + 0.5) / radius;
    const round = Math.sqrt(Math.max(0, 1 - across * across));
    const sag = ellipse * round;
    const down = (y - sag) / height;
    const taper = down > 0.93 ? 1 - ((down - 0.93) / 0.07) ** 2 * 0.045 : 1;
    if (down < 0 || down > 1 || Math.abs(across) > taper) {
      sample.alpha = 0;
      return;
    }
    const angle = Math.asin(across);
    sample.u = 0.5 + (angle / Math.PI) * 0.92;
    sample.v = down;
    const diffuse = 0.62 + 0.44 * Math.max(0, Math.cos(angle + 0.55));
    const gleam = 0.32 * Math.exp(-(((across + 0.52) / 0.07) ** 2));
    const rim = 0.12 * Math.exp(-(((across - 0.93) / 0.05) ** 2));
    sample.light = (diffuse + gleam + rim) * (down > 0.95 ? 1 - (down - 0.95) * 3 : 1);
  });
  const cx = left + radius;
  const floor = top + height;
  const behind =
    table(pattern, 1040) +
    shadow(
      `<ellipse cx="${cx + 120}" cy="${floor + 30}" rx="${radius + 80}" ry="56"/>`,
      0,
      0,
      38,
      0.36,
    ) +
    shadow(`<ellipse cx="${cx}" cy="${floor + 12}" rx="${radius - 6}" ry="74"/>`, 0, 0, 12, 0.42) +
    handle(tint);
  const inside = `<radialGradient id="inside" cx="0.62" cy="0.75" r="0.75"><stop offset="0" stop-color="${mix(tint, '#ffffff', 0.25)}"/><stop offset="1" stop-color="${mix(tint, '#2a2018', 0.34)}"/></radialGradient>`;
  const mouth =
    `<defs>${inside}</defs><ellipse cx="${cx}" cy="${top}" rx="${radius}" ry="${ellipse}" fill="${mix(tint, '#ffffff', 0.35)}"/>` +
    `<ellipse cx="${cx}" cy="${top + 2}" rx="${radius - 17}" ry="${ellipse - 12}" fill="url(#inside)"/>` +
    `<path d="M${cx - radius + 6} ${top + 4}A${radius} ${ellipse} 0 0 0 ${cx + radius - 6} ${top + 4}" fill="none" stroke="#fff" stroke-opacity="0.55" stroke-width="5"/>`;
  return [drawing(behind), { kind: 'pixels', raster: body, left, top }, drawing(mouth)];
}

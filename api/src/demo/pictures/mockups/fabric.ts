import { drawArtwork } from '../artwork';
import { ARTWORK_SIZE } from '../artwork-size';
import { rasterise, warp } from '../raster';
import { drawing, type Layer, shadow, type Subject, surface } from '../scene';

const CLOTH = { left: 150, top: 190, width: 980, height: 1270 };

/** A length of cloth hung over a rail, falling in folds that deepen towards the hem. */
export async function fabricMockup({ pattern }: Subject): Promise<readonly Layer[]> {
  const source = await rasterise(drawArtwork(pattern, ...ARTWORK_SIZE.fabric));
  const { left, top, width, height } = CLOTH;
  const cloth = warp(source, width, height, (x, y, sample) => {
    const down = y / height;
    const depth = 0.25 + 0.75 * down;
    const pull = (0.5 - x / width) * 30 * Math.sin(down * Math.PI);
    const across = (x + pull) / width;
    const phase =
      across * 8.5 + 0.5 * Math.sin(across * 5 + 1) + 0.16 * Math.sin(down * 3 + across * 4);
    const fold = Math.sin(phase * 2.2);
    const slope = Math.cos(phase * 2.2);
    const hem = height - 26 + fold * 16 * depth;
    const edge = 10 * Math.sin(down * 4.2) * depth;
    if (y > hem || x < 12 + edge || x > width - 12 + edge) {
      sample.alpha = 0;
      return;
    }
    sample.u = across + slope * 0.02 * depth + 0.01;
    sample.v = (y - fold * 7 * depth) / height;
    const roll = y < 26 ? 0.78 + 0.3 * Math.sin((y / 26) * Math.PI * 0.6) : 1;
    sample.light = (0.96 + (slope * 0.21 + fold * 0.09) * depth) * roll * (1.03 - down * 0.06);
    if (y > hem - 20 && y < hem - 17) sample.light *= 0.86;
  });
  const shape = `<path d="M${left + 12} ${top}H${left + width - 12}V${top + height - 30}H${left + 12}Z"/>`;
  const rail =
    '<linearGradient id="rail" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e3c49a"/><stop offset="0.4" stop-color="#cfa673"/><stop offset="1" stop-color="#8f6a41"/></linearGradient>';
  const behind =
    surface(pattern) +
    shadow(shape, 30, 34, 30, 0.32) +
    `<defs>${rail}</defs>` +
    shadow('<rect x="60" y="172" width="1160" height="34" rx="17"/>', 10, 26, 12, 0.3) +
    '<rect x="60" y="172" width="1160" height="34" rx="17" fill="url(#rail)"/>' +
    '<path d="M110 0V178M1170 0V178" stroke="#b9a68b" stroke-width="7"/><path d="M107 0V178M1167 0V178" stroke="#fff" stroke-opacity="0.5" stroke-width="2"/>';
  return [drawing(behind), { kind: 'pixels', raster: cloth, left, top: top - 26 }];
}

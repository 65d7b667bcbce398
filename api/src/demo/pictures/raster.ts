import sharp from 'sharp';

/** Pixels with four channels: red, green, blue, alpha. */
export interface Raster {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Where a pixel of the result comes from: a place in the source (0 to 1) and the light on it. */
export interface Sample {
  u: number;
  v: number;
  light: number;
  /** 0 leaves the pixel empty. */
  alpha: number;
}

/** Renders an SVG document to pixels. */
export async function rasterise(svg: string): Promise<Raster> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Bends a flat picture over a form: `place` says for each pixel of the result what it shows. */
export function warp(
  source: Raster,
  width: number,
  height: number,
  place: (x: number, y: number, sample: Sample) => void,
): Raster {
  const result = Buffer.alloc(width * height * 4);
  const sample: Sample = { u: 0, v: 0, light: 1, alpha: 1 };
  const pixels = source.data;
  const right = source.width - 1;
  const bottom = source.height - 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      sample.alpha = 1;
      sample.light = 1;
      place(x, y, sample);
      if (sample.alpha <= 0) continue;
      const sx = Math.min(Math.max(sample.u, 0), 1) * right;
      const sy = Math.min(Math.max(sample.v, 0), 1) * bottom;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      const fx = sx - left;
      const fy = sy - top;
      const from = (top * source.width + left) * 4;
      const across = left < right ? 4 : 0;
      const down = top < bottom ? source.width * 4 : 0;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const at = from + channel;
        const upper = (pixels[at] ?? 0) * (1 - fx) + (pixels[at + across] ?? 0) * fx;
        const lower = (pixels[at + down] ?? 0) * (1 - fx) + (pixels[at + down + across] ?? 0) * fx;
        const value = (upper * (1 - fy) + lower * fy) * sample.light;
        result[to + channel] = value > 255 ? 255 : value;
      }
      result[to + 3] = sample.alpha >= 1 ? 255 : sample.alpha * 255;
    }
  }
  return { data: result, width, height };
}

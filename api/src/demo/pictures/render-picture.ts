import sharp, { type OverlayOptions } from 'sharp';

import { drawArtwork } from './artwork';
import { ARTWORK_SIZE, type ProductForm } from './artwork-size';
import { cardMockup } from './mockups/card';
import { fabricMockup } from './mockups/fabric';
import { giftWrapMockup } from './mockups/gift-wrap';
import { mugMockup } from './mockups/mug';
import { notebookMockup } from './mockups/notebook';
import { posterMockup } from './mockups/poster';
import { tShirtMockup } from './mockups/t-shirt';
import { tilesMockup } from './mockups/tiles';
import type { PatternSpec } from './pattern.types';
import { Random } from './random';
import { drawing, inset, type Layer, type Mockup, PICTURE } from './scene';

/** One picture: the finished product, or a close look at its artwork. */
export type PictureSpec =
  | {
      readonly view: 'product';
      readonly form: ProductForm;
      readonly pattern: PatternSpec;
      readonly tint?: string;
    }
  | { readonly view: 'artwork'; readonly form: ProductForm; readonly pattern: PatternSpec };

const MOCKUPS: Readonly<Record<ProductForm, Mockup>> = {
  poster: posterMockup,
  card: cardMockup,
  tiles: tilesMockup,
  fabric: fabricMockup,
  mug: mugMockup,
  't-shirt': tShirtMockup,
  notebook: notebookMockup,
  'gift-wrap': giftWrapMockup,
};

const GRAIN_SIDE = 256;

/** A tile of fine grey noise: without it, flat vector colour looks like a screen, not like paper. */
const grain: OverlayOptions = (() => {
  const random = new Random('grain');
  const pixels = Buffer.alloc(GRAIN_SIDE * GRAIN_SIDE * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const grey = random.chance(0.5) ? 0 : 255;
    pixels.fill(grey, at, at + 3);
    pixels[at + 3] = Math.floor(random.between(0, 12));
  }
  return {
    input: pixels,
    raw: { width: GRAIN_SIDE, height: GRAIN_SIDE, channels: 4 },
    tile: true,
    gravity: 'northwest',
  };
})();

function overlay(layer: Layer): OverlayOptions {
  if (layer.kind === 'drawing') return { input: Buffer.from(layer.svg), left: 0, top: 0 };
  const { data, width, height } = layer.raster;
  return { input: data, raw: { width, height, channels: 4 }, left: layer.left, top: layer.top };
}

/** The printed area itself, enlarged until it fills the picture. */
function closeLook(form: ProductForm, pattern: PatternSpec): Layer {
  const artwork = drawArtwork(pattern, ...ARTWORK_SIZE[form]);
  const filling = inset(artwork, 0, 0, PICTURE.width, PICTURE.height, 'xMidYMid slice');
  return drawing(filling);
}

/** Renders one picture as a JPEG of 1280 by 1600 pixels; equal specs give equal bytes. */
export async function renderPicture(spec: PictureSpec): Promise<Buffer> {
  const layers =
    spec.view === 'artwork' ? [closeLook(spec.form, spec.pattern)] : await MOCKUPS[spec.form](spec);
  const [base = drawing(''), ...others] = layers;
  const svg = base.kind === 'drawing' ? base.svg : '';
  return sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .composite([...others.map(overlay), grain])
    .jpeg({ quality: 84 })
    .toBuffer();
}

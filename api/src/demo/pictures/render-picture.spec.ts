import sharp from 'sharp';

import { drawArtwork } from './artwork';
import { ARTWORK_SIZE, type ProductForm } from './artwork-size';
import type { PatternSpec } from './pattern.types';
import { renderPicture } from './render-picture';

const pattern: PatternSpec = { family: 'terrazzo', seed: 'a', palette: 'mint' };
const FORMS = Object.keys(ARTWORK_SIZE) as ProductForm[];

describe('the picture engine', () => {
  it.each(FORMS)('renders a %s as a JPEG of 1280 by 1600 pixels', async (form) => {
    const picture = await renderPicture({ view: 'product', form, pattern, tint: '#c69c6d' });

    expect(await sharp(picture).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1280,
      height: 1600,
    });
  });

  it('gives equal bytes for equal specs', async () => {
    const spec = { view: 'product', form: 'mug', pattern, tint: '#f6f1e6' } as const;

    expect((await renderPicture(spec)).equals(await renderPicture(spec))).toBe(true);
  });

  it('draws another artwork for another seed', () => {
    expect(drawArtwork({ ...pattern, seed: 'b' }, 400, 500)).not.toBe(
      drawArtwork(pattern, 400, 500),
    );
  });
});

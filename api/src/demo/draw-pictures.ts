import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';

import type { MediaLibrary } from '../media';
import type { DemoPicture } from './demo-pictures';
import type { PictureSpec } from './pictures/render-picture';

/** Raise it when the engine draws differently, so that shops that are there already draw again. */
const EDITION = 1;
const MAX_PARALLEL = 4;
const REPORT_EVERY = 25;

/** What a picture is made from; two equal pictures with different words stay two. */
function sourceKeyOf({ spec, alt }: DemoPicture): string {
  const source = createHash('sha256')
    .update(JSON.stringify([EDITION, spec, alt]))
    .digest('hex');
  return `halftone/${source.slice(0, 32)}`;
}

/** What drawing needs: the engine, a place to keep pictures, and somebody to tell. */
export interface Studio {
  readonly render: (spec: PictureSpec) => Promise<Buffer>;
  readonly library: MediaLibrary;
  readonly say: (line: string) => void;
}

/** Draws those of the pictures that are not kept yet; returns the asset id of each. */
export async function drawPictures(
  pictures: readonly DemoPicture[],
  { render, library, say }: Studio,
): Promise<Map<DemoPicture, string>> {
  const keyed = pictures.map((picture) => ({ picture, sourceKey: sourceKeyOf(picture) }));
  const assets = await library.kept(keyed.map(({ sourceKey }) => sourceKey));
  const missing = keyed.filter(({ sourceKey }) => !assets.has(sourceKey));
  let drawn = 0;
  const draw = async (): Promise<void> => {
    for (let next = missing.pop(); next; next = missing.pop()) {
      const { picture, sourceKey } = next;
      const bytes = await render(picture.spec);
      assets.set(sourceKey, await library.keep({ bytes, alt: picture.alt, sourceKey }));
      drawn += 1;
      if (drawn % REPORT_EVERY === 0) say(`  drew ${drawn} of ${total} pictures`);
    }
  };
  const total = missing.length;
  const workers = Math.min(MAX_PARALLEL, availableParallelism());
  await Promise.all(Array.from({ length: workers }, draw));
  return new Map(
    keyed.flatMap(({ picture, sourceKey }) => {
      const id = assets.get(sourceKey);
      return id === undefined ? [] : [[picture, id] as const];
    }),
  );
}

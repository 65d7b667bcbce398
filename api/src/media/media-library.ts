import type { Clock } from '../kernel/clock';
import type { MediaStore } from './media-store';
import type { MediaAssetRepository } from './persistence/media-asset.repository';

/** A picture to keep. */
export interface NewPicture {
  readonly bytes: Buffer;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  /** What it was made from; keeping another picture under the same key replaces the first. */
  readonly sourceKey?: string;
}

/** Keeps pictures for other modules: the file in the store, what is known of it in the database. */
export class MediaLibrary {
  constructor(
    private readonly store: MediaStore,
    private readonly assets: MediaAssetRepository,
    private readonly clock: Clock,
  ) {}

  /** Keeps a picture and returns the id of its asset. */
  async keep(picture: NewPicture): Promise<string> {
    const stored = await this.store.put(picture.bytes);
    return this.assets.save({
      ...stored,
      alt: picture.alt,
      sourceKey: picture.sourceKey ?? null,
      createdAt: this.clock.now(),
    });
  }

  /** Asset ids of the sources whose pictures are already kept, file included. */
  async kept(sourceKeys: readonly string[]): Promise<Map<string, string>> {
    const assets = await this.assets.bySourceKeys(sourceKeys);
    const checked = await Promise.all(
      [...assets].map(async ([key, { id, fileName }]) => ({
        key,
        id,
        there: await this.store.has(fileName),
      })),
    );
    return new Map(checked.filter(({ there }) => there).map(({ key, id }) => [key, id]));
  }
}

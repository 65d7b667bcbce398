import type { Clock } from '../kernel/clock';
import { accepted } from '../kernel/result';
import type { Transaction, TransactionRunner } from '../platform/database/transaction';
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

/** Hears, in the same transaction, that a picture has become another one. */
export type OnPictureReplaced = (tx: Transaction, assetId: string) => Promise<void>;

/** Keeps pictures for other modules: the file in the store, what is known of it in the database. */
export class MediaLibrary {
  private readonly listeners: OnPictureReplaced[] = [];

  constructor(
    private readonly store: MediaStore,
    private readonly assets: MediaAssetRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** From now on the listener hears of every picture that takes another's place. */
  onReplaced(listener: OnPictureReplaced): void {
    this.listeners.push(listener);
  }

  /** Keeps a picture and returns the id of its asset. */
  async keep(picture: NewPicture): Promise<string> {
    const stored = await this.store.put(picture.bytes);
    const kept = await this.transactions.run(async (tx) => {
      const { id, isReplaced } = await this.assets.save(tx, {
        ...stored,
        alt: picture.alt,
        sourceKey: picture.sourceKey ?? null,
        createdAt: this.clock.now(),
      });
      if (isReplaced) for (const listener of this.listeners) await listener(tx, id);
      return accepted(id);
    });
    if (!kept.ok) throw new Error('Nothing refuses a picture.');
    return kept.value;
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

import { type DataSource, In } from 'typeorm';

import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import { MediaAssetEntity } from './media-asset.entity';

/** What a new asset is made of. */
export type NewMediaAsset = Readonly<Omit<MediaAssetEntity, 'id'>>;

/** What became of an asset. */
export interface SavedMediaAsset {
  readonly id: string;
  /** Whether it was there before, perhaps with another file or text. */
  readonly isReplaced: boolean;
}

/** Reads and writes what is known of media files. */
export class MediaAssetRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The assets made from these sources, by source key, in one statement. */
  async bySourceKeys(keys: readonly string[]): Promise<Map<string, MediaAssetEntity>> {
    const found = await this.dataSource
      .getRepository(MediaAssetEntity)
      .findBy({ sourceKey: In([...keys]) });
    return new Map(found.map((asset) => [asset.sourceKey ?? '', asset]));
  }

  /** Adds an asset, or brings the one with the same source key up to date. */
  async save(tx: Transaction, asset: NewMediaAsset): Promise<SavedMediaAsset> {
    const rows: SavedMediaAsset[] = await tx.manager.query(
      `INSERT INTO media_asset (id, file_name, alt, width, height, byte_size, source_key, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (source_key) DO UPDATE SET file_name = excluded.file_name, alt = excluded.alt,
         width = excluded.width, height = excluded.height, byte_size = excluded.byte_size
       RETURNING id, xmax <> 0 AS "isReplaced"`,
      [
        newId(),
        asset.fileName,
        asset.alt,
        asset.width,
        asset.height,
        asset.byteSize,
        asset.sourceKey,
        asset.createdAt,
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('Saving a media asset returned no row.');
    return row;
  }
}

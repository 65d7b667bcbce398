import { type DataSource, In } from 'typeorm';

import { newId } from '../../kernel/ids';
import { MediaAssetEntity } from './media-asset.entity';

/** What a new asset is made of. */
export type NewMediaAsset = Readonly<Omit<MediaAssetEntity, 'id'>>;

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

  /** Adds an asset, or brings the one with the same source key up to date; returns its id. */
  async save(asset: NewMediaAsset): Promise<string> {
    const rows: { id: string }[] = await this.dataSource.query(
      `INSERT INTO media_asset (id, file_name, alt, width, height, byte_size, source_key, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (source_key) DO UPDATE SET file_name = excluded.file_name, alt = excluded.alt,
         width = excluded.width, height = excluded.height, byte_size = excluded.byte_size
       RETURNING id`,
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
    return row.id;
  }
}

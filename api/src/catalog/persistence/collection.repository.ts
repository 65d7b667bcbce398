import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import { collectionTag } from '../domain/catalog-tags';
import { changedCollectionTags } from '../domain/collection-change';
import type { CollectionEntity } from './collection.entity';

/** Writes collections. */
export class CollectionRepository {
  /** Adds a collection, or brings the one with the same slug up to date. */
  async save(tx: Transaction, collection: Omit<CollectionEntity, 'id'>): Promise<void> {
    const [before] = await tx.manager.query<CollectionEntity[]>(
      `SELECT id, slug, title, description, image_id AS "imageId", position
       FROM collection WHERE slug = $1 FOR UPDATE`,
      [collection.slug],
    );
    const rows: { id: string }[] = await tx.manager.query(
      `INSERT INTO collection (id, slug, title, description, image_id, position)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (slug) DO UPDATE SET title = excluded.title, description = excluded.description,
         image_id = excluded.image_id, position = excluded.position
       RETURNING id`,
      [
        newId(),
        collection.slug,
        collection.title,
        collection.description,
        collection.imageId,
        collection.position,
      ],
    );
    for (const { id } of rows) tx.changed(...changedCollectionTags(before, { id, ...collection }));
  }

  /** Tells of the collections that a picture stands for, because it has become another one. */
  async pictureChanged(tx: Transaction, assetId: string): Promise<void> {
    const rows: { id: string }[] = await tx.manager.query(
      `SELECT id FROM collection WHERE image_id = $1`,
      [assetId],
    );
    tx.changed(...rows.map(({ id }) => collectionTag(id)));
  }
}

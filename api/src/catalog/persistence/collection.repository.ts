import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { CollectionEntity } from './collection.entity';

/** Writes collections. */
export class CollectionRepository {
  /** Adds a collection, or brings the one with the same slug up to date. */
  async save(tx: Transaction, collection: Omit<CollectionEntity, 'id'>): Promise<void> {
    await tx.manager.query(
      `INSERT INTO collection (id, slug, title, description, image_id, position)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (slug) DO UPDATE SET title = excluded.title, description = excluded.description,
         image_id = excluded.image_id, position = excluded.position`,
      [
        newId(),
        collection.slug,
        collection.title,
        collection.description,
        collection.imageId,
        collection.position,
      ],
    );
  }
}

import type { Transaction } from '../../platform/database/transaction';
import { membersTags, productTag } from '../domain/catalog-tags';
import type { CollectionProductEntity } from './collection.entity';

/** Those that exist of a collection and some products. */
export interface KnownMembers {
  readonly hasCollection: boolean;
  readonly productIds: ReadonlySet<string>;
}

/** Writes which products are in which collections, and tells of it. */
export class MembershipRepository {
  /** Finds the collection and the products; the products stay locked until the transaction ends. */
  async lock(
    tx: Transaction,
    collectionId: string,
    productIds: readonly string[],
  ): Promise<KnownMembers> {
    const products: { id: string }[] = await tx.manager.query(
      `SELECT id FROM product WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`,
      [productIds],
    );
    const collections: unknown[] = await tx.manager.query(
      `SELECT 1 FROM collection WHERE id = $1 FOR KEY SHARE`,
      [collectionId],
    );
    return {
      hasCollection: collections.length > 0,
      productIds: new Set(products.map(({ id }) => id)),
    };
  }

  /** Puts products into a collection. */
  async add(tx: Transaction, collectionId: string, productIds: readonly string[]): Promise<void> {
    const added: CollectionProductEntity[] = await tx.manager.query(
      `INSERT INTO collection_product (collection_id, product_id)
       SELECT $1, id FROM unnest($2::uuid[]) AS wanted(id) ON CONFLICT DO NOTHING
       RETURNING collection_id AS "collectionId", product_id AS "productId"`,
      [collectionId, productIds],
    );
    await this.settle(tx, added);
  }

  /** Takes products out of a collection. */
  async remove(
    tx: Transaction,
    collectionId: string,
    productIds: readonly string[],
  ): Promise<void> {
    const [removed] = await tx.manager.query<[CollectionProductEntity[], number]>(
      `DELETE FROM collection_product WHERE collection_id = $1 AND product_id = ANY($2)
       RETURNING collection_id AS "collectionId", product_id AS "productId"`,
      [collectionId, productIds],
    );
    await this.settle(tx, removed);
  }

  /** Makes the products members of exactly these collections. */
  async replace(
    tx: Transaction,
    productIds: readonly string[],
    memberships: readonly CollectionProductEntity[],
  ): Promise<void> {
    const [removed] = await tx.manager.query<[CollectionProductEntity[], number]>(
      `DELETE FROM collection_product WHERE product_id = ANY($1)
       RETURNING collection_id AS "collectionId", product_id AS "productId"`,
      [productIds],
    );
    await tx.manager.query(
      `INSERT INTO collection_product (collection_id, product_id)
       SELECT * FROM unnest($1::uuid[], $2::uuid[])`,
      [
        memberships.map(({ collectionId }) => collectionId),
        memberships.map(({ productId }) => productId),
      ],
    );
    const keyOf = ({ collectionId, productId }: CollectionProductEntity): string =>
      `${collectionId} ${productId}`;
    const before = new Set(removed.map(keyOf));
    const after = new Set(memberships.map(keyOf));
    const changed = [...removed, ...memberships].filter(
      (membership) => before.has(keyOf(membership)) !== after.has(keyOf(membership)),
    );
    await this.tell(tx, changed);
  }

  /** An import that is repeated has to write these products again. */
  private async settle(
    tx: Transaction,
    changed: readonly CollectionProductEntity[],
  ): Promise<void> {
    if (changed.length === 0) return;
    await tx.manager.query(`UPDATE product SET input_hash = NULL WHERE id = ANY($1)`, [
      changed.map(({ productId }) => productId),
    ]);
    await this.tell(tx, changed);
  }

  private async tell(tx: Transaction, changed: readonly CollectionProductEntity[]): Promise<void> {
    if (changed.length === 0) return;
    const collections: { id: string; slug: string }[] = await tx.manager.query(
      `SELECT id, slug FROM collection WHERE id = ANY($1)`,
      [[...new Set(changed.map(({ collectionId }) => collectionId))]],
    );
    tx.changed(...collections.flatMap(membersTags));
    // A product shows the collections that it is in.
    tx.changed(...changed.map(({ productId }) => productTag(productId, 'content')));
  }
}

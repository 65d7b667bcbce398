import type { Transaction } from '../../platform/database/transaction';
import type { ProductDocumentWriter } from './product-document.writer';

/** Says which products are gift cards. */
export class GiftCardProducts {
  constructor(private readonly documents: ProductDocumentWriter) {}

  /** Makes a product a gift card, or none any more; returns its variations, undefined when there is no such product. */
  async mark(
    tx: Transaction,
    productId: string,
    isGiftCard: boolean,
  ): Promise<readonly string[] | undefined> {
    const [, count] = await tx.manager.query<[unknown, number]>(
      `UPDATE product SET is_gift_card = $2, version = version + 1, updated_at = now()
       WHERE id = $1 AND is_gift_card <> $2`,
      [productId, isGiftCard],
    );
    if (count > 0) await this.documents.rewrite(tx, [productId]);
    const rows: { id: string }[] = await tx.manager.query(
      `SELECT id FROM product_variation WHERE product_id = $1`,
      [productId],
    );
    return rows.length > 0 ? rows.map(({ id }) => id) : undefined;
  }
}

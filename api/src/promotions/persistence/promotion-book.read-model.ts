import type { EntityManager } from 'typeorm';

import type { Promotion } from '../../pricing';
import { PROMOTION_COLUMNS, type PromotionRow, toPromotion } from './promotion.record';

/** All promotions that are offered at some time, as of one moment. */
export interface PromotionBook {
  readonly byId: ReadonlyMap<string, Promotion>;
  readonly automatic: readonly Promotion[];
  readonly hasGroups: boolean;
  /** Collections that any of them names. */
  readonly collectionIds: readonly string[];
}

interface BookRow extends PromotionRow {
  /** The products of the collections that it names. */
  readonly collectedIds: readonly string[] | null;
}

const BOOK = `
  SELECT ${PROMOTION_COLUMNS},
    (SELECT json_agg(m.product_id) FROM collection_product m
     WHERE m.collection_id IN (
       SELECT jsonb_array_elements_text(p.targets->'collectionIds')::uuid)) AS "collectedIds"
  FROM promotion p JOIN shop s ON s.currency_code = p.currency_code
  WHERE p.is_active ORDER BY p.id`;

/** Reads what the shop promotes, with the members of the collections it names, in one statement. */
export async function readPromotionBook(manager: EntityManager): Promise<PromotionBook> {
  const rows: BookRow[] = await manager.query(BOOK);
  const promotions = rows.map(({ collectedIds, ...row }): Promotion => {
    const { targets, ...promotion } = toPromotion(row);
    const { productIds, collectionIds, attributes } = targets;
    return {
      ...promotion,
      targets: {
        productIds: productIds && new Set(productIds),
        collectedIds: collectionIds && new Set(collectedIds),
        attributes,
      },
    };
  });
  return {
    byId: new Map(promotions.map((promotion) => [promotion.id, promotion])),
    automatic: promotions.filter(({ requiresCode }) => !requiresCode),
    hasGroups: promotions.some(({ conditions }) => conditions.customerGroup !== undefined),
    collectionIds: [...new Set(rows.flatMap(({ targets }) => targets.collectionIds ?? []))],
  };
}

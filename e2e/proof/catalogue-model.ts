import type pg from 'pg';

import { titleOf } from './planned-catalogue.ts';
import { type Moment, Register } from './register.ts';

/** Up to how many units left a shopper is told the number. */
const lowStockLimit = 5;

/** How a shopper sees units that can be bought. */
export function availabilityOf(units: number): string {
  if (units <= 0) return 'OUT_OF_STOCK';
  return units <= lowStockLimit ? 'LOW_STOCK' : 'IN_STOCK';
}

/** The number that is shown while the stock is low. */
export function lowStockQuantityOf(units: number): number | null {
  return units > 0 && units <= lowStockLimit ? units : null;
}

/** What is known of a variation. */
export interface ModelVariation {
  readonly id: string;
  readonly sku: string;
  /** What it costs more than the product. */
  readonly surchargeMinor: number;
  readonly available: Register<number>;
}

/** What is known of a product. */
export interface ModelProduct {
  readonly id: string;
  readonly code: string;
  readonly title: Register<string>;
  readonly description: Register<string>;
  readonly priceMinor: Register<number>;
  readonly variations: readonly ModelVariation[];
  /** Whether it is in a collection, by the collection's slug. */
  readonly memberOf: ReadonlyMap<string, Register<boolean>>;
}

/** What is known of a collection. */
export interface ModelCollection {
  readonly id: string;
  readonly slug: string;
}

/** What readers may be shown at any moment, by what writers were told is done. */
export class CatalogueModel {
  readonly products: readonly ModelProduct[];
  readonly collections: readonly ModelCollection[];
  private readonly byId: ReadonlyMap<string, ModelProduct>;

  private constructor(products: readonly ModelProduct[], collections: readonly ModelCollection[]) {
    this.products = products;
    this.collections = collections;
    this.byId = new Map(products.map((product) => [product.id, product]));
  }

  /** Reads what is there before the first write. */
  static async of(database: pg.Pool): Promise<CatalogueModel> {
    const collections = await database.query<ModelCollection>('SELECT id, slug FROM collection');
    const products = await database.query<{
      id: string;
      slug: string;
      title: string;
      description: string;
      price: number;
      variations: { id: string; sku: string; surcharge: number; available: number }[];
      collections: string[];
    }>(
      `SELECT p.id, p.slug, p.title, p.description, p.base_price_minor::int AS price,
         (SELECT json_agg(json_build_object('id', v.id, 'sku', v.sku,
            'surcharge', v.price_modifier_minor, 'available', s.available) ORDER BY v.sku)
          FROM product_variation v JOIN variation_stock s ON s.variation_id = v.id
          WHERE v.product_id = p.id) AS variations,
         ARRAY(SELECT c.slug FROM collection_product m JOIN collection c ON c.id = m.collection_id
               WHERE m.product_id = p.id) AS collections
       FROM product p ORDER BY p.slug`,
    );
    return new CatalogueModel(
      products.rows.map((row) => ({
        id: row.id,
        code: row.slug,
        title: new Register(row.title),
        description: new Register(row.description),
        priceMinor: new Register(row.price),
        variations: row.variations.map(({ id, sku, surcharge, available }) => ({
          id,
          sku,
          surchargeMinor: surcharge,
          available: new Register(available),
        })),
        memberOf: new Map(
          collections.rows.map(({ slug }) => [slug, new Register(row.collections.includes(slug))]),
        ),
      })),
      collections.rows,
    );
  }

  product(id: string): ModelProduct | undefined {
    return this.byId.get(id);
  }
}

/** Whether something holds of every state that may be shown, of none, or of some. */
export type Certainty = 'always' | 'never' | 'perhaps';

function certainty<T>(states: readonly T[], holds: (state: T) => boolean): Certainty {
  const held = states.filter(holds).length;
  if (held === 0) return 'never';
  return held === states.length ? 'always' : 'perhaps';
}

/** Whether a product is in a collection. */
export function isMember(product: ModelProduct, slug: string, asked: Moment): Certainty {
  const register = product.memberOf.get(slug);
  return register ? certainty(register.possible(asked), Boolean) : 'never';
}

/** Whether a product's title has a word. */
export function hasWord(product: ModelProduct, word: string, asked: Moment): Certainty {
  return certainty(product.title.possible(asked), (title) => title.split(' ').includes(word));
}

/** Whether a product can be bought in any variation. */
export function isInStock(product: ModelProduct, asked: Moment): Certainty {
  return certainty(possibleUnits(product, asked), (units) => units > 0);
}

/** Every number of units that the variation of which most is left may have; a product is as available as that one. */
export function possibleUnits(product: ModelProduct, asked: Moment): readonly number[] {
  return product.variations.reduce<number[]>(
    (mosts, { available }) => {
      const units = new Set(available.possible(asked));
      return [...new Set(mosts.flatMap((most) => [...units].map((each) => Math.max(most, each))))];
    },
    [0],
  );
}

/** The title that follows a title. */
export function nextTitle(title: string, code: string, word: string): string {
  const version = Number(/v(\d+)$/.exec(title)?.[1] ?? 0) + 1;
  return titleOf(word, code, version);
}

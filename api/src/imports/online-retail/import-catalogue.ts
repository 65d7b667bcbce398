import type { CatalogModule, ProductInput } from '../../catalog';
import { slugOf } from '../../catalog';
import type { StockKeeper } from '../../inventory';
import type { Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { ReportProgress } from '../../tasks';
import type { PlannedProduct } from './domain/plan-catalogue';

/** How many products came to what. */
export interface ImportOutcome {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

const PRODUCTS_PER_TRANSACTION = 500;

export const onlineRetailCollection = {
  slug: 'online-retail',
  title: 'Online Retail',
  description: 'Imported from the invoices of a gift shop.',
  position: 1_000,
};

/** Writes planned products through the public faces of catalog and inventory. */
export class ImportCatalogue {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly catalog: Pick<
      CatalogModule,
      'upsertProducts' | 'upsertCollections' | 'slugsBySku'
    >,
    private readonly stock: Pick<StockKeeper, 'setOnHand'>,
  ) {}

  /**
   * Makes the catalogue what the plan says. Each batch commits products and their stock together, so an import
   * that was interrupted is completed by the next one; only a product that is new gets stock.
   */
  async run(plan: readonly PlannedProduct[], report: ReportProgress): Promise<ImportOutcome> {
    const total = plan.length;
    await report({ done: 0, total, note: 'Writing products.' });
    granted(
      await this.transactions.run((tx) =>
        this.catalog.upsertCollections.run(tx, [onlineRetailCollection]),
      ),
    );
    const outcomes: ImportOutcome[] = [];
    for (let start = 0; start < plan.length; start += PRODUCTS_PER_TRANSACTION) {
      const batch = plan.slice(start, start + PRODUCTS_PER_TRANSACTION);
      outcomes.push(await this.runBatch(batch));
      const done = start + batch.length;
      await report({ done, total, note: 'Writing products.' });
    }
    const sumOf = (key: keyof ImportOutcome): number =>
      outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
    const outcome = {
      created: sumOf('created'),
      changed: sumOf('changed'),
      unchanged: sumOf('unchanged'),
    };
    const { created, changed, unchanged } = outcome;
    const note = `${created} created, ${changed} changed, ${unchanged} unchanged.`;
    await report({ done: total, total, note });
    return outcome;
  }

  private async runBatch(batch: readonly PlannedProduct[]): Promise<ImportOutcome> {
    const onHand = new Map(batch.map((product) => [product.sku, product.onHand]));
    const products = granted(
      await this.transactions.run(async (tx) => {
        const slugs = await this.catalog.slugsBySku(tx, [...onHand.keys()]);
        const result = await this.catalog.upsertProducts.run(
          tx,
          batch.map((product) => productInput(product, slugs.get(product.sku))),
        );
        if (!result.ok) return result;
        const counts = result.value
          .filter(({ outcome }) => outcome === 'created')
          .flatMap(({ variations }) => variations)
          .map(({ id, sku }) => ({ variationId: id, onHand: onHand.get(sku) ?? 0 }));
        if (counts.length > 0) {
          await this.stock.setOnHand(tx, counts, {
            kind: 'RECEIPT',
            reason: 'Import of Online Retail',
            actor: { kind: 'system', name: 'import' },
          });
        }
        return result;
      }),
    );
    const count = (wanted: string): number =>
      products.filter(({ outcome }) => outcome === wanted).length;
    return { created: count('created'), changed: count('updated'), unchanged: count('unchanged') };
  }
}

/** A product keeps the address it has, whatever its name becomes; the SKU makes new ones unique. */
function productInput(product: PlannedProduct, slug: string | undefined): ProductInput {
  return {
    slug: slug ?? `${slugOf(product.name, 'product')}-${product.sku.toLowerCase()}`,
    title: product.name,
    attributes: [{ name: 'Stock code', value: product.sku }],
    basePriceMinor: product.priceMinor,
    variations: [{ sku: product.sku }],
    collections: [onlineRetailCollection.slug],
  };
}

function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.refusals.map(({ message }) => message).join(' '));
}

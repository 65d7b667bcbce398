import {
  availabilityOf,
  type CatalogueModel,
  lowStockQuantityOf,
  type ModelProduct,
  type ModelVariation,
  possibleUnits,
} from './catalogue-model.ts';
import type { Moment, Register } from './register.ts';

/** A variation as an answer shows it; an answer shows what its document asks for. */
export interface ShownVariation {
  readonly id: string;
  readonly price?: { readonly amount: string };
  readonly availability?: string;
  readonly lowStockQuantity?: number | null;
}

/** A product as an answer shows it. */
export interface ShownProduct {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly availability?: string;
  readonly priceRange?: { readonly min: { readonly amount: string } };
  readonly variations?: readonly ShownVariation[];
  readonly collections?: readonly { readonly slug: string }[];
}

/** Looks for what is older than it may be, and says what. */
export class Inspection {
  readonly findings: string[] = [];
  private readonly model: CatalogueModel;
  private readonly asked: Moment;

  constructor(model: CatalogueModel, asked: Moment) {
    this.model = model;
    this.asked = asked;
  }

  /** Compares everything that is shown of a product. */
  product(shown: ShownProduct): void {
    const product = this.model.product(shown.id);
    if (!product) {
      this.findings.push(`there is no product ${shown.id}`);
      return;
    }
    this.same(`title of ${product.code}`, product.title, shown.title);
    this.same(`description of ${product.code}`, product.description, shown.description);
    this.price(`price of ${product.code}`, product.priceMinor, shown.priceRange?.min, 0);
    for (const each of shown.variations ?? []) this.variation(product, each);
    this.productAvailability(product, shown.availability);
    this.membership(product, shown.collections);
  }

  private variation(product: ModelProduct, shown: ShownVariation): void {
    const variation = product.variations.find(({ id }) => id === shown.id);
    if (!variation) {
      this.findings.push(`${product.code} has no variation ${shown.id}`);
      return;
    }
    const { sku, surchargeMinor } = variation;
    this.price(`price of ${sku}`, product.priceMinor, shown.price, surchargeMinor);
    this.stock(variation, shown);
  }

  private stock({ available, sku }: ModelVariation, shown: ShownVariation): void {
    const { availability, lowStockQuantity } = shown;
    if (availability === undefined && lowStockQuantity === undefined) return;
    this.compare(
      `stock of ${sku}`,
      available,
      (units) =>
        (availability === undefined || availabilityOf(units) === availability) &&
        (lowStockQuantity === undefined || lowStockQuantityOf(units) === lowStockQuantity),
      `${availability} ${lowStockQuantity ?? ''}`,
    );
  }

  private productAvailability(product: ModelProduct, shown: string | undefined): void {
    if (shown === undefined) return;
    const possible = possibleUnits(product, this.asked);
    if (possible.some((units) => availabilityOf(units) === shown)) return;
    this.findings.push(
      `availability of ${product.code} is ${shown} with ${possible.join(' or ')} units`,
    );
  }

  private membership(product: ModelProduct, shown: ShownProduct['collections']): void {
    if (!shown) return;
    const slugs = new Set(shown.map(({ slug }) => slug));
    for (const [slug, register] of product.memberOf) {
      this.same(`whether ${product.code} is in ${slug}`, register, slugs.has(slug));
    }
  }

  private price(
    what: string,
    register: Register<number>,
    shown: { readonly amount: string } | undefined,
    surchargeMinor: number,
  ): void {
    if (!shown) return;
    const minor = Math.round(Number(shown.amount) * 100) - surchargeMinor;
    this.same(what, register, minor);
  }

  private same<T>(what: string, register: Register<T>, shown: T | undefined): void {
    if (shown === undefined) return;
    this.compare(what, register, (value) => value === shown, String(shown));
  }

  private compare<T>(
    what: string,
    register: Register<T>,
    matches: (value: T) => boolean,
    shown: string,
  ): void {
    if (register.observe(this.asked, matches)) return;
    const version = register.lastVersionWith(matches);
    const age = version === undefined ? 'never written' : `version ${version}`;
    this.findings.push(
      `${what} is "${shown}" (${age}) instead of ${register.expected(this.asked)}`,
    );
  }
}

import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';

import { queryResource } from '#shared/graphql/query-resource';
import { injectResponseStatus } from '#shared/graphql/response-status';
import { priceRange } from '#shared/money/money';
import { Price } from '#shared/money/price';
import { jsonLd } from '#shared/page/json-ld';
import { injectOrigin } from '#shared/page/origin';
import { PageMeta } from '#shared/page/page-meta';
import { Badge } from '#shared/ui/badge/badge';
import { type Breadcrumb, Breadcrumbs } from '#shared/ui/breadcrumbs/breadcrumbs';
import { NotFound } from '#shared/ui/not-found/not-found';
import { ErrorState } from '#shared/ui/states/error-state';
import { type Parts, partsParams } from '../data/bundle-picker';
import { breadcrumbJsonLd, productJsonLd } from '../data/product-json-ld';
import { bestAvailability, stockNote } from '../data/stock';
import {
  choose,
  missingOptions,
  openVariations,
  pickerOptions,
  readSelection,
  selectedVariation,
  selectionParams,
  sharedImage,
} from '../data/variation-picker';
import { bundleChoice } from './bundle-choice';
import { BundlePicker } from './bundle-picker/bundle-picker';
import { BuyBox } from './buy-box/buy-box';
import { Gallery } from './gallery/gallery';
import { ProductPageDocument } from './product-page.generated';
import { ProductPageSkeleton } from './product-page-skeleton';
import { RelatedProducts } from './related/related-products';
import { VariationPicker } from './variation-picker/variation-picker';
import { watchVariations } from './watch-variations';

/** One product: its pictures, its choices and the way into the cart. The choices are in the address. */
@Component({
  selector: 'app-product-page',
  imports: [
    Badge,
    Breadcrumbs,
    BundlePicker,
    BuyBox,
    ErrorState,
    Gallery,
    NotFound,
    Price,
    ProductPageSkeleton,
    RelatedProducts,
    RouterLink,
    VariationPicker,
  ],
  templateUrl: './product-page.html',
})
export class ProductPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  readonly slug = input.required<string>();

  protected readonly query = queryResource(ProductPageDocument, () => ({ slug: this.slug() }));
  protected readonly product = computed(() =>
    this.query.hasValue() ? (this.query.value().product ?? undefined) : undefined,
  );
  protected readonly shop = computed(() =>
    this.query.hasValue() ? this.query.value().shop : undefined,
  );
  protected readonly isUnknown = computed(() => this.query.hasValue() && !this.product());

  private readonly given = computed((): Readonly<Record<string, string | undefined>> => {
    const params = this.params();
    return Object.fromEntries(params.keys.map((key) => [key, params.get(key) ?? undefined]));
  });
  private readonly selection = computed(() => {
    const product = this.product();
    return product ? readSelection(product, this.given()) : {};
  });
  protected readonly bundle = bundleChoice(this.product, this.given);
  protected readonly options = computed(() => {
    const product = this.product();
    return product ? pickerOptions(product, this.selection()) : [];
  });
  protected readonly variation = computed(() => {
    const product = this.product();
    return product && selectedVariation(product, this.selection());
  });
  protected readonly picture = computed(() => {
    const product = this.product();
    return product && sharedImage(product, this.selection());
  });
  /** Options that were still open when the shopper wanted to buy. */
  protected readonly missing = linkedSignal<unknown, readonly string[]>({
    source: this.selection,
    computation: () => [],
  });
  /** What the choices made so far can cost. */
  protected readonly prices = computed(() => {
    const product = this.product();
    const open = product ? openVariations(product, this.selection()) : [];
    return priceRange(open.map(({ price }) => this.bundle.priceOf(price)));
  });
  /** What a reduction is shown against, once it is clear of which price. */
  protected readonly priorPrice = computed(() => {
    const product = this.product();
    const open = product ? openVariations(product, this.selection()) : [];
    const [first] = open;
    const isSame = open.every(
      ({ price, priorPrice }) =>
        price.amount === first?.price.amount && priorPrice?.amount === first.priorPrice?.amount,
    );
    return isSame ? (first?.priorPrice ?? undefined) : undefined;
  });
  /** Of all variations, which change while the page is open, and not of the product as it was loaded. */
  private readonly availability = computed(() =>
    bestAvailability(this.product()?.variations.map(({ availability }) => availability) ?? []),
  );
  protected readonly isSoldOut = computed(() => this.availability() === 'OUT_OF_STOCK');
  protected readonly stock = computed(() => {
    const variation = this.variation();
    return variation
      ? stockNote(variation.availability, variation.lowStockQuantity)
      : stockNote(this.availability());
  });
  /** Everything whose price or stock the page shows. */
  private readonly watched = computed(() => {
    const product = this.product();
    return product && [...product.variations, ...this.bundle.variations()];
  });
  protected readonly paragraphs = computed(
    () => this.product()?.description.split(/\n\s*\n/) ?? [],
  );
  protected readonly breadcrumbs = computed((): Breadcrumb[] => {
    const product = this.product();
    const collection = product?.collections[0];
    return [
      { label: 'Home', link: '/' },
      collection
        ? { label: collection.title, link: `/collections/${collection.slug}` }
        : { label: 'All prints', link: '/products' },
      ...(product ? [{ label: product.title }] : []),
    ];
  });

  constructor() {
    watchVariations(this.watched, () => this.query.reload());
    const setStatus = injectResponseStatus();
    const pageMeta = inject(PageMeta);
    const origin = injectOrigin();
    effect(() => {
      if (this.isUnknown()) setStatus(404);
      else if (this.query.status() === 'error') setStatus(503);
      const product = this.product();
      if (product) pageMeta.set(product);
    });
    jsonLd('product', () => {
      const product = this.product();
      return product && productJsonLd(product, origin);
    });
    jsonLd('breadcrumbs', () => this.product() && breadcrumbJsonLd(this.breadcrumbs(), origin));
  }

  protected pick(option: string, value: string): void {
    const product = this.product();
    if (!product) return;
    this.writeAddress(selectionParams(product, choose(product, this.selection(), option, value)));
  }

  protected pickParts(parts: Parts): void {
    const bundle = this.product()?.bundle;
    if (bundle) this.writeAddress(partsParams(bundle, parts));
  }

  protected pointAtMissing(): void {
    const product = this.product();
    if (product) this.missing.set(missingOptions(product, this.selection()));
    this.bundle.pointsAtMissing.set(this.bundle.isIncomplete());
  }

  private writeAddress(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}

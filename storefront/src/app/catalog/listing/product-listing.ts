import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { queryResource } from '#shared/graphql/query-resource';
import { injectResponseStatus } from '#shared/graphql/response-status';
import { PageMeta } from '#shared/page/page-meta';
import { type Breadcrumb, Breadcrumbs } from '#shared/ui/breadcrumbs/breadcrumbs';
import { Button } from '#shared/ui/button/button';
import { NotFound } from '#shared/ui/not-found/not-found';
import { EmptyState } from '#shared/ui/states/empty-state';
import { ErrorState } from '#shared/ui/states/error-state';
import {
  listingLink,
  type ListingState,
  listingState,
  listingVariables,
  SORTS,
} from '../data/listing-state';
import { ProductGrid } from '../ui/product-grid';
import { ProductGridSkeleton } from '../ui/product-grid-skeleton';
import { ListingFrameDocument, ProductListingDocument } from './product-listing.generated';

const MENU_LENGTH = 12;
const CHIP_MARGIN_PX = 16;

/** All products, those of a collection, or those found; everything that can be set is in the address. */
@Component({
  selector: 'app-product-listing',
  imports: [
    Breadcrumbs,
    Button,
    EmptyState,
    ErrorState,
    NotFound,
    ProductGrid,
    ProductGridSkeleton,
    RouterLink,
  ],
  templateUrl: './product-listing.html',
})
export class ProductListing {
  private readonly router = inject(Router);
  private readonly pageMeta = inject(PageMeta);

  readonly slug = input<string>();
  readonly q = input<string>();
  readonly collection = input<string>();
  readonly sort = input<string>();
  readonly stock = input<string>();
  readonly after = input<string>();
  readonly before = input<string>();

  protected readonly sorts = SORTS;
  protected readonly state = computed(() =>
    listingState(
      {
        q: this.q(),
        collection: this.collection(),
        sort: this.sort(),
        stock: this.stock(),
        after: this.after(),
        before: this.before(),
      },
      this.slug(),
    ),
  );

  protected readonly frame = queryResource(
    ListingFrameDocument,
    () => ({ slug: this.state().collection ?? '', inCollection: !!this.state().collection }),
    { keepPrevious: true },
  );
  protected readonly listing = queryResource(
    ProductListingDocument,
    () => listingVariables(this.state()),
    { keepPrevious: true },
  );

  protected readonly page = computed(() =>
    this.listing.hasValue() ? this.listing.value().products : undefined,
  );
  protected readonly found = computed(() =>
    this.frame.hasValue() ? (this.frame.value().collection ?? undefined) : undefined,
  );
  protected readonly collections = computed(() =>
    this.frame.hasValue() ? this.frame.value().collections.nodes : [],
  );
  /** On wide screens the head of the page has the same links, unless a search or their number asks for more. */
  protected readonly isCoveredByMenu = computed(
    () => !this.state().query && this.collections().length <= MENU_LENGTH,
  );
  protected readonly isUnknown = computed(
    () => !!this.state().collection && this.frame.status() === 'resolved' && !this.found(),
  );
  protected readonly heading = computed(() => {
    const { query, collection } = this.state();
    if (query) return `“${query}”`;
    return collection ? (this.found()?.title ?? '') : 'All prints';
  });
  protected readonly breadcrumbs = computed((): Breadcrumb[] => [
    { label: 'Home', link: '/' },
    ...(this.state().collection || this.state().query
      ? [{ label: 'All prints', link: '/products' }]
      : []),
    { label: this.state().query ? `Search for ${this.heading()}` : this.heading() },
  ]);
  protected readonly countText = computed(() => {
    const total = this.page()?.totalCount;
    if (total === undefined) return '';
    const { query } = this.state();
    if (query) return total === 1 ? '1 result' : `${total} results`;
    return total === 1 ? '1 product' : `${total} products`;
  });
  protected readonly isNarrowed = computed(() => this.state().inStock || !!this.state().collection);

  private readonly chips = viewChild<ElementRef<HTMLElement>>('chips');

  constructor() {
    // On narrow screens the row of collections scrolls; the present one should be in view.
    afterRenderEffect(() => {
      this.collections();
      this.state();
      const row = this.chips()?.nativeElement;
      const current = row?.querySelector<HTMLElement>('[aria-current]');
      if (row && current) row.scrollLeft = current.offsetLeft - row.offsetLeft - CHIP_MARGIN_PX;
    });
    const setStatus = injectResponseStatus();
    effect(() => {
      if (this.isUnknown()) setStatus(404);
      else if (this.listing.status() === 'error') setStatus(503);
      const title = this.state().query ? `Search for ${this.heading()}` : this.heading();
      if (title) this.pageMeta.set({ title, description: this.found()?.description });
    });
  }

  protected link(change: Partial<ListingState>) {
    return listingLink(this.state(), change);
  }

  protected sortBy(slug: string): void {
    const sort = SORTS.find((candidate) => candidate.slug === slug)?.value;
    if (sort) this.open({ sort });
  }

  protected showOnlyInStock(inStock: boolean): void {
    this.open({ inStock });
  }

  private open(change: Partial<ListingState>): void {
    const { path, params } = this.link(change);
    void this.router.navigate([...path], { queryParams: params, scroll: 'manual' });
  }
}

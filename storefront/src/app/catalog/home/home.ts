import { NgOptimizedImage } from '@angular/common';
import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { queryResource } from '#shared/graphql/query-resource';
import { injectResponseStatus } from '#shared/graphql/response-status';
import { Price } from '#shared/money/price';
import { PageMeta } from '#shared/page/page-meta';
import { Button } from '#shared/ui/button/button';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { ErrorState } from '#shared/ui/states/error-state';
import { CollectionStrips } from '../ui/collection-strips';
import { ProductGrid } from '../ui/product-grid';
import { ProductGridSkeleton } from '../ui/product-grid-skeleton';
import { HomeDocument } from './home.generated';

/** The start page. */
@Component({
  selector: 'app-home',
  imports: [
    Button,
    CollectionStrips,
    ErrorState,
    NgOptimizedImage,
    Price,
    ProductGrid,
    ProductGridSkeleton,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './home.html',
})
export class Home {
  protected readonly query = queryResource(HomeDocument, () => ({}));

  private readonly data = computed(() => (this.query.hasValue() ? this.query.value() : undefined));
  protected readonly hero = computed(() => this.data()?.featured.nodes[0]);
  protected readonly featured = computed(() => this.data()?.featured.nodes.slice(1) ?? []);
  protected readonly newest = computed(() => this.data()?.newest.nodes ?? []);
  protected readonly collections = computed(() => this.data()?.collections.nodes ?? []);
  protected readonly about = computed(() => this.data()?.shop.description);

  constructor() {
    const setStatus = injectResponseStatus();
    const pageMeta = inject(PageMeta);
    effect(() => {
      if (this.query.status() === 'error') setStatus(503);
      pageMeta.set({ title: '', description: this.about() });
    });
  }
}

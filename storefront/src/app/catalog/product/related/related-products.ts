import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { queryResource } from '#shared/graphql/query-resource';
import { ProductGrid } from '../../ui/product-grid';
import { RelatedProductsDocument } from './related-products.generated';

const SHOWN = 4;

/** Other products of the same collection. */
@Component({
  selector: 'app-related-products',
  imports: [ProductGrid, RouterLink],
  template: `
    @if (products().length > 0) {
      <section class="shell mt-20 sm:mt-28" aria-labelledby="related">
        <div class="mb-6 flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="related" class="text-3xl">More {{ collection().title.toLowerCase() }}</h2>
          <a [routerLink]="['/collections', collection().slug]" class="link py-2 font-medium"
            >See all</a
          >
        </div>
        <app-product-grid [products]="products()" />
      </section>
    }
  `,
})
export class RelatedProducts {
  readonly productId = input.required<string>();
  readonly collection = input.required<{ readonly slug: string; readonly title: string }>();

  private readonly query = queryResource(
    RelatedProductsDocument,
    () => ({ collection: this.collection().slug }),
    { fetchPolicy: 'cache-first' },
  );

  protected readonly products = computed(() =>
    this.query.hasValue()
      ? this.query
          .value()
          .products.nodes.filter(({ id }) => id !== this.productId())
          .slice(0, SHOWN)
      : [],
  );
}

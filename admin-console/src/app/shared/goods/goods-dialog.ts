import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { LucideImage } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { MoneyPipe } from '../format/money';
import { queryResource } from '../graphql/query-resource';
import { SearchDialog, type SearchOutcome } from '../search-dialog/search-dialog';
import { GoodsSearchDocument, type GoodsSearchQuery } from './goods-search.generated';
import { goodsTitle } from './goods-title';

type FoundProduct = GoodsSearchQuery['products']['nodes'][number];

/** What somebody chose of the catalogue: a product as a whole, or one variation of it. */
export interface ChosenGoods {
  readonly productId: string;
  /** Undefined where the product is meant with all its variations. */
  readonly variationId: string | undefined;
  readonly label: string;
  /** Whether it consists of parts that are chosen. */
  readonly isBundle: boolean;
}

/** What is looked for. */
export interface GoodsQuestion {
  readonly heading: string;
  /** Whether products as a whole, single variations, or either may be chosen. */
  readonly allowed: 'products' | 'variations' | 'either';
}

const mostFound = 12;

/** Finds a product or a variation by its name or SKU. */
@Component({
  selector: 'cw-goods-dialog',
  imports: [LucideImage, MatButton, MoneyPipe, SearchDialog],
  templateUrl: './goods-dialog.html',
  styleUrl: './goods-dialog.scss',
})
export class GoodsDialog {
  private readonly dialog = inject<MatDialogRef<GoodsDialog, ChosenGoods>>(MatDialogRef);
  protected readonly question = inject<GoodsQuestion>(MAT_DIALOG_DATA);

  protected readonly search = signal('');
  protected readonly query = queryResource(GoodsSearchDocument, () => ({
    first: mostFound,
    ...(this.search() && { query: this.search() }),
  }));
  protected readonly found = computed(() => this.query.value()?.products);
  protected readonly outcome = computed((): SearchOutcome | undefined => {
    const found = this.found();
    if (!found) return undefined;
    const { nodes, totalCount } = found;
    const more = `${nodes.length} of ${totalCount} shown; type more to narrow them down.`;
    return {
      shown: nodes.length,
      spoken: `${totalCount} found`,
      more: totalCount > nodes.length ? more : undefined,
    };
  });

  protected chooseProduct({ id, title, bundle }: FoundProduct): void {
    const isBundle = bundle !== null;
    this.dialog.close({ productId: id, variationId: undefined, label: title, isBundle });
  }

  protected chooseVariation(
    product: FoundProduct,
    variation: FoundProduct['variations'][number],
  ): void {
    this.dialog.close({
      productId: product.id,
      variationId: variation.id,
      label: goodsTitle(product, variation),
      isBundle: product.bundle !== null,
    });
  }
}

/** Asks for goods; resolves to nothing when none were chosen. */
export function injectChooseGoods(): (question: GoodsQuestion) => Promise<ChosenGoods | undefined> {
  const dialogs = inject(MatDialog);
  return (question) =>
    firstValueFrom(
      dialogs
        .open<GoodsDialog, GoodsQuestion, ChosenGoods>(GoodsDialog, {
          data: question,
          width: '560px',
          maxWidth: 'calc(100vw - 32px)',
          autoFocus: 'input',
        })
        .afterClosed(),
    );
}

import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { LucidePlus, LucideX } from '@lucide/angular';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import type { PromotionDraft } from '../../data/promotion-draft';

/** Which goods a promotion is about; all of them where nothing is named. */
@Component({
  selector: 'cw-target-fields',
  imports: [Field, LucidePlus, LucideX, MatButton, MatCheckbox],
  templateUrl: './target-fields.html',
  styleUrls: ['../../../shared/form/panel.scss', './target-fields.scss'],
})
export class TargetFields {
  private readonly chooseGoods = injectChooseGoods();

  readonly form = input.required<EditForm<PromotionDraft>>();
  readonly collections =
    input.required<readonly { readonly id: string; readonly title: string }[]>();

  protected async addProduct(): Promise<void> {
    const chosen = await this.chooseGoods({ heading: 'Which product?', allowed: 'products' });
    if (!chosen) return;
    const product = { id: chosen.productId, name: chosen.label };
    this.form().change((draft) =>
      draft.products.some(({ id }) => id === product.id)
        ? draft
        : { ...draft, products: [...draft.products, product] },
    );
  }

  protected removeProduct(id: string): void {
    this.form().change((draft) => ({
      ...draft,
      products: draft.products.filter((product) => product.id !== id),
    }));
  }

  protected choose(id: string, isChosen: boolean): void {
    this.form().change((draft) => ({
      ...draft,
      collectionIds: isChosen
        ? [...draft.collectionIds, id]
        : draft.collectionIds.filter((each) => each !== id),
    }));
  }
}

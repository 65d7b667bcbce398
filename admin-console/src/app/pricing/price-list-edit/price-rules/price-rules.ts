import { Component, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { LucideListPlus, LucidePlus } from '@lucide/angular';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import { RemoveButton } from '../../../shared/ui/remove-button/remove-button';
import {
  newRule,
  type PriceListDraft,
  type RuleDraft,
  ruleKinds,
} from '../../data/price-list-draft';

/** What a price list says: a price or a percentage off, for some goods, from a quantity on. */
@Component({
  selector: 'cw-price-rules',
  imports: [Field, LucideListPlus, LucidePlus, MatButton, MatIconButton, RemoveButton],
  templateUrl: './price-rules.html',
  styleUrls: ['../../../shared/form/panel.scss', './price-rules.scss'],
})
export class PriceRules {
  private readonly chooseGoods = injectChooseGoods();

  readonly form = input.required<EditForm<PriceListDraft>>();

  protected readonly kinds = ruleKinds;

  protected async addGoods(): Promise<void> {
    const heading = 'Which goods have another price?';
    const chosen = await this.chooseGoods({ heading, allowed: 'either' });
    if (!chosen) return;
    const { productId, variationId = '', label } = chosen;
    this.add(newRule({ productId, variationId, goods: label }));
  }

  protected addEverything(): void {
    this.add(newRule());
  }

  /** Another price for the same goods, from more units on. */
  protected addTier(index: number): void {
    this.form().change((draft) => {
      const rule = draft.rules[index];
      if (!rule) return draft;
      const { productId, variationId, goods, kind } = rule;
      // Not a copy of the rule itself: signal forms know the items of a list by a mark they leave on them.
      const tier = { productId, variationId, goods, kind, minQuantity: '', amount: '' };
      return { ...draft, rules: draft.rules.toSpliced(index + 1, 0, tier) };
    });
  }

  protected remove(index: number): void {
    this.form().change((draft) => ({ ...draft, rules: draft.rules.toSpliced(index, 1) }));
  }

  private add(rule: RuleDraft): void {
    this.form().change((draft) => ({ ...draft, rules: [...draft.rules, rule] }));
  }
}

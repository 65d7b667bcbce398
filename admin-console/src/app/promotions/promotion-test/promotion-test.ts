import { Component, computed, signal } from '@angular/core';
import { applyEach, form, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucidePlus } from '@lucide/angular';

import { Field } from '../../shared/form/field';
import { isAmount, wholeNumberRule } from '../../shared/form/rules';
import { isZero, MoneyPipe } from '../../shared/format/money';
import { injectChooseGoods } from '../../shared/goods/goods-dialog';
import { describeProblem } from '../../shared/graphql/graph-error';
import { queryResource } from '../../shared/graphql/query-resource';
import type { PromotionStatus } from '../../shared/graphql/types.generated';
import { Badge, type Tone } from '../../shared/ui/badge/badge';
import { Banner } from '../../shared/ui/banner/banner';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RemoveButton } from '../../shared/ui/remove-button/remove-button';
import { TestPromotionsDocument } from './promotion-test.generated';

const statuses: Readonly<Record<PromotionStatus, { readonly label: string; readonly tone: Tone }>> =
  {
    APPLIED: { label: 'Applied', tone: 'done' },
    BEATEN: { label: 'Beaten', tone: 'waiting' },
    REJECTED: { label: 'Not applied', tone: 'neutral' },
  };

interface SampleLine {
  readonly variationId: string;
  readonly title: string;
  readonly quantity: string;
}

interface SampleCart {
  readonly lines: readonly SampleLine[];
  readonly codes: string;
  readonly country: string;
  readonly shipping: string;
}

/** Tries promotions out on a cart that nobody has: what it would cost, and why. */
@Component({
  selector: 'cw-promotion-test',
  imports: [
    Badge,
    Banner,
    Field,
    LucidePlus,
    MatButton,
    MoneyPipe,
    PageHead,
    RemoveButton,
    RouterLink,
  ],
  templateUrl: './promotion-test.html',
  styleUrls: ['../../shared/form/panel.scss', './promotion-test.scss'],
})
export class PromotionTestPage {
  private readonly chooseGoods = injectChooseGoods();

  protected readonly back = { label: 'Promotions', path: '/promotions' };
  protected readonly statuses = statuses;
  protected readonly isZero = isZero;
  protected readonly cart = signal<SampleCart>({
    lines: [],
    codes: '',
    country: 'GB',
    shipping: '',
  });
  protected readonly fields = form(this.cart, (path) => {
    applyEach(path.lines, (line) => wholeNumberRule(line.quantity, 1, 100_000));
    validate(path.country, ({ value }) =>
      /^([a-z]{2})?$/i.test(value().trim())
        ? undefined
        : { kind: 'country', message: 'Two letters, such as GB.' },
    );
    validate(path.shipping, ({ value }) =>
      !value().trim() || isAmount(value())
        ? undefined
        : { kind: 'amount', message: 'An amount such as 4.50.' },
    );
  });
  protected readonly query = queryResource(TestPromotionsDocument, () => {
    const { lines, codes, country, shipping } = this.cart();
    if (lines.length === 0 || this.fields().invalid()) return undefined;
    const couponCodes = codes.split(/[\s,;]+/).filter(Boolean);
    return {
      input: {
        lines: lines.map(({ variationId, quantity }) => ({
          variationId,
          quantity: Number(quantity),
        })),
        couponCodes,
        ...(country.trim() && { countryCode: country.trim().toUpperCase() }),
        ...(shipping.trim() && { shippingPrice: shipping.trim() }),
      },
    };
  });
  protected readonly result = computed(() =>
    this.cart().lines.length > 0 ? this.query.value()?.promotionTest : undefined,
  );
  protected readonly problem = computed(() => {
    const error = this.query.error();
    return error ? describeProblem(error) : undefined;
  });

  protected async add(): Promise<void> {
    const chosen = await this.chooseGoods({
      heading: 'What is in the cart?',
      allowed: 'variations',
    });
    const variationId = chosen?.variationId;
    if (!chosen || !variationId) return;
    const line = { variationId, title: chosen.label, quantity: '1' };
    this.cart.update((cart) => ({ ...cart, lines: [...cart.lines, line] }));
  }

  protected remove(index: number): void {
    this.cart.update((cart) => ({ ...cart, lines: cart.lines.toSpliced(index, 1) }));
  }
}

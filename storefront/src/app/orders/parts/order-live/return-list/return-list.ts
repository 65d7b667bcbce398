import { Component, computed, input } from '@angular/core';

import { Price } from '#shared/money/price';
import { Badge } from '#shared/ui/badge/badge';
import type { OrderDetailsFragment } from '../../../data/order-fragments.generated';
import { dayText } from '../../../data/order-times';
import { returnWords, unitTexts } from '../../../data/order-words';

/** What comes back of an order, and where each return stands. */
@Component({
  selector: 'app-return-list',
  imports: [Badge, Price],
  templateUrl: './return-list.html',
  host: { class: 'block' },
})
export class ReturnList {
  readonly order = input.required<OrderDetailsFragment>();

  protected readonly returns = computed(() =>
    this.order().returns.map((known) => ({
      ...known,
      words: returnWords(known.status),
      contents: unitTexts(known.lines, this.order().lines),
      day: dayText(known.requestedAt),
      heading: `${known.isExchange ? 'Exchange' : 'Return'} ${known.number}`,
    })),
  );
}

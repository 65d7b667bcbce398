import { Component, input } from '@angular/core';

import { isZero, MoneyPipe } from '../../../shared/format/money';
import { goodsTitle } from '../../data/draft-form';
import type { DraftFieldsFragment } from '../../data/draft-fragments.generated';

/** What a draft costs, line by line. */
@Component({
  selector: 'cw-draft-cost',
  imports: [MoneyPipe],
  templateUrl: './draft-cost.html',
  styleUrls: ['../../../shared/form/panel.scss', './draft-cost.scss'],
})
export class DraftCost {
  readonly draft = input.required<DraftFieldsFragment>();
  /** Whether what is shown is older than what stands in the fields. */
  readonly isStale = input(false);

  protected readonly isZero = isZero;
  protected readonly goodsTitle = goodsTitle;
}

import { Component, computed, input } from '@angular/core';

import { RelativeTime } from '../../../shared/ui/relative-time/relative-time';
import { addressLines } from '../../data/address-lines';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';

/** Who ordered, where it goes and how it is paid. */
@Component({
  selector: 'cw-order-people',
  imports: [RelativeTime],
  templateUrl: './order-people.html',
  styleUrl: './order-people.scss',
})
export class OrderPeople {
  readonly order = input.required<StaffOrderFragment>();
  protected readonly address = computed(() => addressLines(this.order().shippingAddress));
}

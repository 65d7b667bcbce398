import { Component, computed, inject, input } from '@angular/core';
import { LucideCopy, LucideExternalLink, LucidePackage } from '@lucide/angular';

import { Badge } from '#shared/ui/badge/badge';
import { Toaster } from '#shared/ui/toast/toaster';
import type { OrderDetailsFragment } from '../../../data/order-fragments.generated';
import { momentText } from '../../../data/order-times';
import { parcelWords, unitTexts } from '../../../data/order-words';

/** One parcel: where it stands, who carries it under which number, and what is in it. */
@Component({
  selector: 'app-parcel-card',
  imports: [Badge, LucideCopy, LucideExternalLink, LucidePackage],
  templateUrl: './parcel-card.html',
})
export class ParcelCard {
  private readonly toaster = inject(Toaster);

  readonly parcel = input.required<OrderDetailsFragment['parcels'][number]>();
  readonly lines = input.required<OrderDetailsFragment['lines']>();
  /** How many parcels there are; one alone needs no number. */
  readonly count = input(1);

  protected readonly heading = computed(() =>
    this.count() > 1 ? `Parcel ${this.parcel().number} of ${this.count()}` : 'Parcel',
  );
  protected readonly words = computed(() => parcelWords(this.parcel().status));
  protected readonly contents = computed(() => unitTexts(this.parcel().lines, this.lines()));
  protected readonly moment = computed(() => {
    const { deliveredAt, sentAt } = this.parcel();
    if (deliveredAt) return `Arrived ${momentText(deliveredAt)}`;
    return sentAt ? `Sent ${momentText(sentAt)}` : 'Not yet handed to the carrier';
  });

  protected async copy(number: string): Promise<void> {
    await navigator.clipboard.writeText(number);
    this.toaster.show('Tracking number copied');
  }
}

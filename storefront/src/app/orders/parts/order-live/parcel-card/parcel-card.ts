import { Component, inject, input } from '@angular/core';
import { LucideCopy, LucidePackage } from '@lucide/angular';

import { Toaster } from '#shared/ui/toast/toaster';

/** Who carries the parcel and under which number. */
@Component({
  selector: 'app-parcel-card',
  imports: [LucideCopy, LucidePackage],
  templateUrl: './parcel-card.html',
})
export class ParcelCard {
  private readonly toaster = inject(Toaster);

  readonly carrier = input.required<string | null>();
  readonly trackingNumber = input.required<string | null>();

  protected async copy(number: string): Promise<void> {
    await navigator.clipboard.writeText(number);
    this.toaster.show('Tracking number copied');
  }
}

import { Component, computed, input } from '@angular/core';

/** An address as the API answers it. */
export interface AddressLines {
  readonly name: string;
  readonly company?: string | null;
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly region?: string | null;
  readonly postcode?: string | null;
  readonly countryCode: string;
}

const countryNames = new Intl.DisplayNames(['en-GB'], { type: 'region' });

/** An address as it is written on a parcel. */
@Component({
  selector: 'app-postal-address',
  template: `
    <address class="not-italic">
      @for (line of lines(); track $index) {
        <span class="block">{{ line }}</span>
      }
    </address>
  `,
})
export class PostalAddress {
  readonly address = input.required<AddressLines>();

  protected readonly lines = computed(() => {
    const { name, company, line1, line2, city, region, postcode, countryCode } = this.address();
    const place = [city, region, postcode].filter(Boolean).join(', ');
    return [name, company, line1, line2, place, countryNames.of(countryCode)].filter(Boolean);
  });
}

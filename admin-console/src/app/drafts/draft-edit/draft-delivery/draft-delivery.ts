import { Component, computed, input } from '@angular/core';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { deliveryChoices } from '../../data/draft-deliveries';
import type { DraftForm } from '../../data/draft-form';
import type { DraftFieldsFragment } from '../../data/draft-fragments.generated';

/** How a draft is delivered: what takes its goods where it goes, as far as both are saved. */
@Component({
  selector: 'cw-draft-delivery',
  imports: [Field],
  template: `
    @let saved = draft();
    @if (saved && (saved.shippingMethods.length > 0 || saved.shippingMethodCode)) {
      <cw-field
        label="Delivery"
        [hint]="hint()"
        [field]="form().fields.shippingMethodCode"
        [choices]="choices()"
      />
    } @else {
      <p class="soft">Ways of delivery stand here with their prices as soon as goods are saved.</p>
    }
  `,
})
export class DraftDelivery {
  readonly form = input.required<EditForm<DraftForm>>();
  /** As it was last saved; undefined of a new one. */
  readonly draft = input.required<DraftFieldsFragment | undefined>();
  /** What the shop's ways of delivery are called. */
  readonly methods = input.required<readonly { readonly code: string; readonly name: string }[]>();

  protected readonly choices = computed(() => {
    const draft = this.draft();
    const nameOf = (code: string) =>
      this.methods().find((method) => method.code === code)?.name ?? code;
    return draft ? deliveryChoices(draft, nameOf) : [];
  });
  protected readonly hint = computed(() => {
    const { countryCode, postcode } = this.form().value().address;
    const saved = this.draft()?.shippingAddress;
    const isSame =
      countryCode === (saved?.countryCode ?? '') && postcode.trim() === (saved?.postcode ?? '');
    if (!isSame) return 'For the address as it was last saved';
    return saved ? undefined : 'At home, while there is no address';
  });
}

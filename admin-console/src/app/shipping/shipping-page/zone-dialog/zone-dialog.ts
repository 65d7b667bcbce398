import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { LucidePlus } from '@lucide/angular';

import { CheckField } from '../../../shared/form/check-field';
import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { injectMutate } from '../../../shared/graphql/mutate';
import { RemoveButton } from '../../../shared/ui/remove-button/remove-button';
import type { ZoneFieldsFragment } from '../../data/shipping-fragments.generated';
import { placeInZone, toZoneDraft, toZoneInput, zoneRules } from '../../data/zone-draft';
import { SetShippingZoneDocument } from '../shipping-page.generated';

/** Makes a zone, or says anew what belongs to one. */
@Component({
  selector: 'cw-zone-dialog',
  imports: [CheckField, Field, FormDialog, LucidePlus, MatButton, RemoveButton],
  templateUrl: './zone-dialog.html',
  styleUrl: './zone-dialog.scss',
})
export class ZoneDialog {
  private readonly mutate = injectMutate();
  protected readonly zone = inject<ZoneFieldsFragment | undefined>(MAT_DIALOG_DATA);

  private readonly before = toZoneDraft(this.zone);
  protected readonly form = editForm({
    saved: () => ({ value: this.before }),
    rules: zoneRules,
    place: placeInZone,
    send: async (draft) => {
      const input = toZoneInput(draft, this.zone?.id);
      return (await this.mutate(SetShippingZoneDocument, { input })).shippingZoneSet;
    },
  });

  protected add(): void {
    const place = { countryCode: '', postcodes: '' };
    this.form.change((draft) => ({ ...draft, places: [...draft.places, place] }));
  }

  protected remove(index: number): void {
    this.form.change((draft) => ({ ...draft, places: draft.places.toSpliced(index, 1) }));
  }
}

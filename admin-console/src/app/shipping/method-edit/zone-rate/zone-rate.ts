import { Component, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LucidePlus } from '@lucide/angular';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { RemoveButton } from '../../../shared/ui/remove-button/remove-button';
import type { BandDraft, MethodDraft, RateDraft } from '../../data/method-draft';
import { rateKinds } from '../../data/method-draft';

/** What a way of delivery costs in one zone. */
@Component({
  selector: 'cw-zone-rate',
  imports: [Field, LucidePlus, MatButton, RemoveButton],
  templateUrl: './zone-rate.html',
  styleUrls: ['../../../shared/form/panel.scss', './zone-rate.scss'],
})
export class ZoneRate {
  readonly form = input.required<EditForm<MethodDraft>>();
  readonly index = input.required<number>();
  readonly rate = input.required<FieldTree<RateDraft, number>>();
  readonly currency = input.required<string>();

  protected readonly kinds = rateKinds;

  protected addBand(): void {
    const band = { from: '', price: '' };
    this.changeBands((bands) => [...bands, band]);
  }

  protected removeBand(position: number): void {
    this.changeBands((bands) => bands.toSpliced(position, 1));
  }

  private changeBands(change: (bands: readonly BandDraft[]) => readonly BandDraft[]): void {
    this.form().change((draft) => ({
      ...draft,
      rates: draft.rates.map((rate, position) =>
        position === this.index() ? { ...rate, bands: change(rate.bands) } : rate,
      ),
    }));
  }
}

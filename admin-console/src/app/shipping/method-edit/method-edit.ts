import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';

import { CheckField } from '../../shared/form/check-field';
import { editForm } from '../../shared/form/edit-form';
import { EditPage } from '../../shared/form/edit-page';
import { Field } from '../../shared/form/field';
import { injectRemoval } from '../../shared/form/removal';
import { Commands } from '../../shared/graphql/commands';
import { injectMutate } from '../../shared/graphql/mutate';
import { queryResource } from '../../shared/graphql/query-resource';
import { Badge } from '../../shared/ui/badge/badge';
import { PageState } from '../../shared/ui/page-state/page-state';
import {
  blankMethod,
  methodRules,
  newRate,
  placeInMethod,
  toMethodDraft,
  toMethodInput,
} from '../data/method-draft';
import { ShippingSettingsDocument } from '../data/shipping-settings.generated';
import { placesOf } from '../data/zone-draft';
import { RemoveShippingMethodDocument, SetShippingMethodDocument } from './method-edit.generated';
import { ZoneRate } from './zone-rate/zone-rate';

/** One way of delivery: what shoppers read of it, and what it costs in each zone. Without a code, a new one. */
@Component({
  selector: 'cw-method-edit',
  imports: [Badge, CheckField, EditPage, Field, MatButton, PageState, ZoneRate],
  providers: [Commands],
  templateUrl: './method-edit.html',
  styleUrls: ['../../shared/form/panel.scss', './method-edit.scss'],
})
export class MethodEdit {
  private readonly takeAway = injectRemoval();
  private readonly mutate = injectMutate();
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);

  readonly code = input<string>();

  protected readonly back = { label: 'Shipping', path: '/shipping' };
  protected readonly query = queryResource(ShippingSettingsDocument, () => ({}));
  private readonly settings = this.query.value;
  protected readonly method = computed(() =>
    this.settings()?.shippingMethods.find(({ code }) => code === this.code()),
  );
  protected readonly isReady = computed(
    () => this.settings() && (this.code() === undefined || this.method()),
  );
  protected readonly isMissing = computed(() => !!this.settings() && !this.isReady());
  protected readonly zones = computed(() => this.settings()?.shippingZones ?? []);
  protected readonly currency = computed(() => this.settings()?.shop.currencyCode ?? '');
  readonly form = editForm({
    saved: () => {
      const method = this.method();
      return { value: method ? toMethodDraft(method) : blankMethod };
    },
    rules: methodRules,
    place: placeInMethod,
    send: async (draft) => {
      const input = toMethodInput(draft, this.currency());
      return (await this.mutate(SetShippingMethodDocument, { input })).shippingMethodSet;
    },
  });
  /** Each zone and where among the prices its own is, if it has one. */
  protected readonly places = computed(() =>
    this.zones().map((zone) => ({
      zone,
      about: placesOf(zone),
      index: this.form.value().rates.findIndex(({ zoneId }) => zoneId === zone.id),
    })),
  );

  protected offer(zoneId: string): void {
    const rate = newRate(zoneId);
    this.form.change((draft) => ({ ...draft, rates: [...draft.rates, rate] }));
  }

  protected withdraw(index: number): void {
    this.form.change((draft) => ({ ...draft, rates: draft.rates.toSpliced(index, 1) }));
  }

  protected arrive(): void {
    this.snackBar.open('Saved. Shoppers are offered it at once.');
    if (this.code() === undefined) void this.router.navigate(['/shipping']);
  }

  protected async remove(): Promise<void> {
    const method = this.method();
    if (!method) return;
    await this.takeAway({
      name: method.name,
      consequences: [
        'Shoppers are no longer offered it, also those who are checking out.',
        'Orders that were placed with it keep it.',
      ],
      confirmLabel: 'Remove way of delivery',
      form: this.form,
      send: (commands) =>
        commands.send(
          RemoveShippingMethodDocument,
          { code: method.code },
          (data) => data.shippingMethodRemove,
        ),
      listPath: '/shipping',
    });
  }
}

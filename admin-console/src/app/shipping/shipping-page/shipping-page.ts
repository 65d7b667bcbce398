import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { LucideMapPin, LucidePlus, LucideTruck } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { formatMoney } from '../../shared/format/money';
import { Commands } from '../../shared/graphql/commands';
import { queryResource } from '../../shared/graphql/query-resource';
import { ListCard } from '../../shared/list/list-card';
import { listResource, wholeList } from '../../shared/list/list-resource';
import { Badge } from '../../shared/ui/badge/badge';
import { injectConfirm } from '../../shared/ui/confirm-dialog/confirm-dialog';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import type {
  MethodFieldsFragment,
  ZoneFieldsFragment,
} from '../data/shipping-fragments.generated';
import { ShippingSettingsDocument } from '../data/shipping-settings.generated';
import { placesOf } from '../data/zone-draft';
import { RateTester } from './rate-tester/rate-tester';
import { RemoveShippingZoneDocument } from './shipping-page.generated';
import { ZoneDialog } from './zone-dialog/zone-dialog';

const methodColumns: readonly GridColumn[] = [
  { id: 'name', header: 'Way of delivery', compact: 'lead', width: '240px' },
  { id: 'prices', header: 'Prices', compact: 'below' },
  { id: 'state', header: 'State', compact: 'trail', width: '120px' },
];

const zoneColumns: readonly GridColumn[] = [
  { id: 'name', header: 'Zone', compact: 'lead', width: '240px' },
  { id: 'places', header: 'Places', compact: 'below' },
  { id: 'actions', header: 'Actions', compact: 'below', width: '170px', align: 'end' },
];

/** How goods are delivered: ways of delivery, the zones they have prices in, and a test of both. */
@Component({
  selector: 'cw-shipping-page',
  imports: [
    Badge,
    EmptyState,
    GridCell,
    ListCard,
    LucideMapPin,
    LucidePlus,
    LucideTruck,
    MatButton,
    PageHead,
    RateTester,
    RouterLink,
  ],
  providers: [Commands],
  templateUrl: './shipping-page.html',
  styleUrl: './shipping-page.scss',
})
export class ShippingPage {
  private readonly commands = inject(Commands);
  private readonly confirm = injectConfirm();
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly query = queryResource(ShippingSettingsDocument, () => ({}));

  protected readonly methodColumns = methodColumns;
  protected readonly zoneColumns = zoneColumns;
  protected readonly placesOf = placesOf;
  protected readonly methodId = ({ code }: MethodFieldsFragment) => code;
  protected readonly methodLink = ({ code }: MethodFieldsFragment) => ['/shipping/methods', code];
  protected readonly zoneId = ({ id }: ZoneFieldsFragment) => id;
  protected readonly currency = computed(() => this.query.value()?.shop.currencyCode ?? '');
  protected readonly methods = listResource(ShippingSettingsDocument, {
    pageOf: ({ shippingMethods }) => wholeList(shippingMethods),
    noun: ['way of delivery', 'ways of delivery'],
  });
  protected readonly zones = listResource(ShippingSettingsDocument, {
    pageOf: ({ shippingZones }) => wholeList(shippingZones),
    noun: ['zone', 'zones'],
  });
  private readonly zoneNames = computed(
    () => new Map(this.zones.rows()?.map(({ id, name }) => [id, name])),
  );

  /** What it costs in each zone, in short. */
  protected pricesOf({ rates }: MethodFieldsFragment): string {
    if (rates.length === 0) return 'Offered nowhere';
    return rates
      .map((rate) => {
        const bands = rate.weightBands ?? rate.subtotalBands ?? [];
        const [first] = bands;
        const price = rate.price ?? first?.price;
        const from = bands.length > 1 ? 'from ' : '';
        return `${this.zoneNames().get(rate.zoneId) ?? ''} ${from}${price ? formatMoney(price) : ''}`;
      })
      .join(' · ');
  }

  protected async edit(zone?: ZoneFieldsFragment): Promise<void> {
    const dialog = this.dialogs.open(ZoneDialog, { data: zone, width: '560px' });
    if (!(await firstValueFrom(dialog.afterClosed()))) return;
    this.zones.reload();
    this.snackBar.open('Zone saved.');
  }

  protected async remove(zone: ZoneFieldsFragment): Promise<void> {
    const isMeant = await this.confirm({
      heading: `Remove zone “${zone.name}”?`,
      consequences: [
        'Its places are delivered to by another zone that takes them, or no longer at all.',
        'The prices that ways of delivery have in it are lost.',
      ],
      confirmLabel: 'Remove zone',
      dismissLabel: 'Keep zone',
    });
    if (!isMeant) return;
    const done = await this.commands.send(
      RemoveShippingZoneDocument,
      { zoneId: zone.id },
      (data) => data.shippingZoneRemove,
    );
    if (done) this.zones.reload();
    this.snackBar.open(
      done
        ? `Zone “${zone.name}” was removed.`
        : (this.commands.problem() ?? 'Nothing was removed.'),
    );
  }
}

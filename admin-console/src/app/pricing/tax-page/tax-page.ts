import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { LucidePercent, LucidePlus } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../shared/graphql/commands';
import { queryResource } from '../../shared/graphql/query-resource';
import { ListCard } from '../../shared/list/list-card';
import { listResource, wholeList } from '../../shared/list/list-resource';
import { injectConfirm } from '../../shared/ui/confirm-dialog/confirm-dialog';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import type { TaxRateRowFragment } from '../data/tax-fragments.generated';
import { placeOf } from '../data/tax-rate-draft';
import { TaxClassDialog } from './tax-class-dialog/tax-class-dialog';
import { RemoveTaxRateDocument, TaxesDocument } from './tax-page.generated';
import { TaxRateDialog } from './tax-rate-dialog/tax-rate-dialog';
import { TaxSettingsForm } from './tax-settings-form/tax-settings-form';

const columns: readonly GridColumn[] = [
  { id: 'place', header: 'Place', compact: 'lead' },
  { id: 'name', header: 'Tax', compact: 'below', width: '150px' },
  { id: 'class', header: 'Class', compact: 'below', width: '150px' },
  { id: 'layer', header: 'Layer', compact: 'hidden', width: '120px' },
  { id: 'percent', header: 'Rate', compact: 'trail', width: '90px', align: 'end' },
  { id: 'actions', header: 'Actions', compact: 'below', width: '170px', align: 'end' },
];

/** Who pays how much tax: rates by class and place, the classes, and what holds otherwise. */
@Component({
  selector: 'cw-tax-page',
  imports: [
    EmptyState,
    GridCell,
    ListCard,
    LucidePercent,
    LucidePlus,
    MatButton,
    PageHead,
    TaxSettingsForm,
  ],
  providers: [Commands],
  templateUrl: './tax-page.html',
  styleUrls: ['../../shared/form/panel.scss', './tax-page.scss'],
})
export class TaxPage {
  private readonly commands = inject(Commands);
  private readonly confirm = injectConfirm();
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly query = queryResource(TaxesDocument, () => ({}));

  protected readonly columns = columns;
  protected readonly rowId = (rate: TaxRateRowFragment) => rate.id;
  protected readonly placeOf = placeOf;
  protected readonly rates = listResource(TaxesDocument, {
    pageOf: ({ taxRates }) => wholeList(taxRates),
    noun: ['rate', 'rates'],
  });
  protected readonly taxes = computed(() => this.query.value());
  protected readonly classes = computed(() => this.taxes()?.taxClasses ?? []);

  protected classNamed(code: string): string {
    return this.classes().find((each) => each.code === code)?.name ?? code;
  }

  protected async editRate(rate?: TaxRateRowFragment): Promise<void> {
    const data = { rate, classes: this.classes() };
    const dialog = this.dialogs.open(TaxRateDialog, { data, width: '520px' });
    if (await firstValueFrom(dialog.afterClosed())) this.readAgain('The rate holds from now on.');
  }

  protected async editClass(given?: { code: string; name: string }): Promise<void> {
    const dialog = this.dialogs.open(TaxClassDialog, { data: given, width: '480px' });
    if (await firstValueFrom(dialog.afterClosed())) this.readAgain('Tax class saved.');
  }

  protected async remove(rate: TaxRateRowFragment): Promise<void> {
    const isMeant = await this.confirm({
      heading: `Remove ${rate.name} of ${rate.percent}% in ${placeOf(rate)}?`,
      consequences: [
        'Open carts are asked for it no longer, unless a wider rate holds there.',
        'Orders keep the tax they were placed with.',
      ],
      confirmLabel: 'Remove rate',
      dismissLabel: 'Keep rate',
    });
    if (!isMeant) return;
    const input = { taxRateId: rate.id };
    const done = await this.commands.send(
      RemoveTaxRateDocument,
      input,
      (data) => data.taxRateRemove,
    );
    if (done) this.readAgain('The rate was removed.');
    else this.snackBar.open(this.commands.problem() ?? 'The rate was not removed.');
  }

  private readAgain(message: string): void {
    this.rates.reload();
    this.snackBar.open(message);
  }
}

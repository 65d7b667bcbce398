import { Component, computed, inject, input } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';

import { editForm } from '../../shared/form/edit-form';
import { EditPage } from '../../shared/form/edit-page';
import { Field } from '../../shared/form/field';
import { injectRemoval } from '../../shared/form/removal';
import { Clock } from '../../shared/format/clock';
import { Commands } from '../../shared/graphql/commands';
import { injectMutate } from '../../shared/graphql/mutate';
import { queryResource } from '../../shared/graphql/query-resource';
import { Badge } from '../../shared/ui/badge/badge';
import { PageState } from '../../shared/ui/page-state/page-state';
import {
  blankPriceList,
  placeInPriceList,
  priceListRules,
  toPriceListDraft,
  toPriceListInput,
} from '../data/price-list-draft';
import { priceListState } from '../data/price-list-state';
import {
  CreatePriceListDocument,
  PriceListChoicesDocument,
  PriceListPageDocument,
  RemovePriceListDocument,
  UpdatePriceListDocument,
} from './price-list-edit.generated';
import { PriceRules } from './price-rules/price-rules';

const listPath = '/pricing/price-lists';

/** One price list: for whom and when it holds, and what it says. Without an id, a new one. */
@Component({
  selector: 'cw-price-list-edit',
  imports: [Badge, EditPage, Field, PageState, PriceRules],
  providers: [Commands],
  templateUrl: './price-list-edit.html',
  styleUrl: '../../shared/form/panel.scss',
})
export class PriceListEdit {
  private readonly clock = inject(Clock);
  private readonly takeAway = injectRemoval();
  private readonly mutate = injectMutate();
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);

  readonly id = input<string>();

  protected readonly back = { label: 'Price lists', path: listPath };
  protected readonly query = queryResource(PriceListPageDocument, () => {
    const id = this.id();
    return id === undefined ? undefined : { id };
  });
  private readonly choices = queryResource(PriceListChoicesDocument, () => ({}));
  protected readonly list = computed(() => this.query.value()?.priceList ?? undefined);
  protected readonly isMissing = computed(() => this.query.value()?.priceList === null);
  protected readonly state = computed(() => {
    const list = this.list();
    return list && priceListState(list, this.clock.now());
  });
  protected readonly groups = computed(() => [
    { value: '', label: 'Everybody' },
    ...(this.choices.value()?.customerGroups ?? []).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
  ]);
  protected readonly currencies = computed(() => {
    const codes = [this.choices.value()?.shop.currencyCode, this.list()?.currencyCode];
    return [...new Set(codes)].flatMap((code) => (code ? { value: code, label: code } : []));
  });
  readonly form = editForm({
    saved: () => {
      const list = this.list();
      const currency = this.choices.value()?.shop.currencyCode ?? '';
      return list
        ? { value: toPriceListDraft(list), version: list.version }
        : { value: blankPriceList(currency) };
    },
    rules: priceListRules,
    place: placeInPriceList,
    send: (draft, version) => {
      const list = this.list();
      const given = toPriceListInput(draft);
      return list ? this.update(list.id, version, given) : this.create(given);
    },
  });
  private made: string | undefined;

  protected arrive(): void {
    this.snackBar.open('Price list saved. Shoppers are shown its prices at once.');
    if (this.made) void this.router.navigate([listPath, this.made], { replaceUrl: true });
  }

  protected async remove(): Promise<void> {
    const list = this.list();
    if (!list) return;
    await this.takeAway({
      name: list.name,
      consequences: [
        list.isInForce
          ? 'Shoppers are asked base prices, or those of another list, at once.'
          : 'It is not in force, so no price changes now.',
        'Orders keep the prices they were placed at.',
      ],
      confirmLabel: 'Remove price list',
      form: this.form,
      send: (commands) =>
        commands.send(
          RemovePriceListDocument,
          { priceListId: list.id },
          (data) => data.priceListRemove,
        ),
      listPath: listPath,
    });
  }

  private async create(given: ReturnType<typeof toPriceListInput>) {
    const { priceListCreate } = await this.mutate(CreatePriceListDocument, { input: given });
    this.made = priceListCreate.priceList?.id;
    return priceListCreate;
  }

  private async update(
    priceListId: string,
    version: number | undefined,
    given: ReturnType<typeof toPriceListInput>,
  ) {
    const expected = version === undefined ? {} : { expectedVersion: version };
    const sent = { ...given, priceListId, ...expected };
    const { priceListUpdate } = await this.mutate(UpdatePriceListDocument, { input: sent });
    return priceListUpdate;
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { LucideTrash } from '@lucide/angular';

import { editForm } from '../../shared/form/edit-form';
import { EditPage } from '../../shared/form/edit-page';
import { Field } from '../../shared/form/field';
import { AttemptKeys } from '../../shared/graphql/attempt-keys';
import { injectMutate } from '../../shared/graphql/mutate';
import { queryResource } from '../../shared/graphql/query-resource';
import { Session } from '../../shared/session/session';
import { Badge } from '../../shared/ui/badge/badge';
import { Banner } from '../../shared/ui/banner/banner';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { PageState } from '../../shared/ui/page-state/page-state';
import {
  blankDraft,
  draftRules,
  placeInDraft,
  toDraftForm,
  toDraftInput,
} from '../data/draft-form';
import { DraftAddress } from './draft-address/draft-address';
import { DraftCommands } from './draft-commands';
import { DraftCost } from './draft-cost/draft-cost';
import { DraftCustomer } from './draft-customer/draft-customer';
import { DraftDelivery } from './draft-delivery/draft-delivery';
import {
  CreateDraftOrderDocument,
  DraftOrderChoicesDocument,
  DraftOrderPageDocument,
  UpdateDraftOrderDocument,
} from './draft-edit.generated';
import { DraftLines } from './draft-lines/draft-lines';

const listPath = '/drafts';

/** One order that staff prepare: goods, prices, where it goes. Without an id, a new one. */
@Component({
  selector: 'cw-draft-edit',
  imports: [
    Badge,
    Banner,
    DraftAddress,
    DraftCost,
    DraftCustomer,
    DraftDelivery,
    DraftLines,
    EditPage,
    Field,
    LucideTrash,
    MatButton,
    PageHead,
    PageState,
    RouterLink,
  ],
  providers: [DraftCommands],
  templateUrl: './draft-edit.html',
  styleUrls: ['../../shared/form/panel.scss', './draft-edit.scss'],
})
export class DraftEdit {
  protected readonly commands = inject(DraftCommands);
  private readonly keys = new AttemptKeys();
  private readonly mutate = injectMutate();
  private readonly router = inject(Router);
  private readonly setsPrices = inject(Session).can('PRICING_WRITE');
  private readonly snackBar = inject(MatSnackBar);

  readonly id = input<string>();

  protected readonly back = { label: 'Draft orders', path: listPath };
  protected readonly query = queryResource(DraftOrderPageDocument, () => {
    const id = this.id();
    return id === undefined ? undefined : { id };
  });
  private readonly choices = queryResource(DraftOrderChoicesDocument, () => ({}));
  protected readonly draft = computed(() => this.query.value()?.draftOrder ?? undefined);
  protected readonly isMissing = computed(() => this.query.value()?.draftOrder === null);
  protected readonly currency = computed(
    () => this.draft()?.currencyCode ?? this.choices.value()?.shop.currencyCode ?? '',
  );
  protected readonly countries = computed(() => this.choices.value()?.shop.countries ?? []);
  protected readonly methods = computed(() => this.choices.value()?.shop.shippingMethods ?? []);
  /** What is against placing it, as it is saved. */
  protected readonly problems = computed(() => this.draft()?.problems ?? []);
  protected readonly heading = computed(() => {
    const draft = this.draft();
    if (!draft) return 'New draft order';
    const who = draft.shippingAddress?.name ?? draft.email;
    return who ? `Draft for ${who}` : 'Draft order';
  });
  /** Whether there are prices that this person could not send again. */
  protected readonly isLocked = computed(
    () =>
      !this.setsPrices &&
      this.saved().lines.some(({ unitPrice, discountPercent }) => unitPrice || discountPercent),
  );
  private readonly saved = computed(() => {
    const draft = this.draft();
    return draft ? toDraftForm(draft) : blankDraft;
  });
  readonly form = editForm({
    saved: () => ({ value: this.saved(), version: this.draft()?.version }),
    rules: draftRules,
    place: placeInDraft,
    send: async (form, version) => {
      const draft = this.draft();
      const given = toDraftInput(form, this.saved());
      if (!draft) {
        const input = { ...given, idempotencyKey: this.keys.keyFor(given) };
        const { draftOrderCreate } = await this.mutate(CreateDraftOrderDocument, { input });
        this.keys.settle(given);
        this.made = draftOrderCreate.draftOrder?.id;
        return draftOrderCreate;
      }
      const expected = version === undefined ? {} : { expectedVersion: version };
      const input = { ...given, draftOrderId: draft.id, ...expected };
      return (await this.mutate(UpdateDraftOrderDocument, { input })).draftOrderUpdate;
    },
  });
  private made: string | undefined;

  protected arrive(): void {
    this.commands.dismissProblem();
    this.snackBar.open('Draft saved.');
    if (this.made) void this.router.navigate([listPath, this.made], { replaceUrl: true });
  }

  protected async place(): Promise<void> {
    const draft = this.draft();
    const orderId = draft && (await this.commands.place(draft));
    if (!orderId) return;
    await this.router.navigate(['/orders', orderId]);
    this.snackBar.open('The order is placed, and its money is due.');
  }

  protected async remove(): Promise<void> {
    const draft = this.draft();
    if (!draft || !(await this.commands.remove(draft))) return;
    this.form.discard();
    await this.router.navigate([listPath]);
    this.snackBar.open('The draft was removed.');
  }
}

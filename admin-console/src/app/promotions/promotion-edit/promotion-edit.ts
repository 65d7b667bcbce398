import { Component, computed, inject, input } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';

import { CheckField } from '../../shared/form/check-field';
import { editForm } from '../../shared/form/edit-form';
import { EditPage } from '../../shared/form/edit-page';
import { Field } from '../../shared/form/field';
import { injectRemoval } from '../../shared/form/removal';
import { Clock } from '../../shared/format/clock';
import { Commands } from '../../shared/graphql/commands';
import { injectMutate } from '../../shared/graphql/mutate';
import { queryResource } from '../../shared/graphql/query-resource';
import { Session } from '../../shared/session/session';
import { Badge } from '../../shared/ui/badge/badge';
import { PageState } from '../../shared/ui/page-state/page-state';
import {
  blankPromotion,
  placeInPromotion,
  promotionRules,
  toPromotionDraft,
  toPromotionInput,
} from '../data/promotion-draft';
import { promotionSentence, promotionState } from '../data/promotion-sentence';
import { BenefitFields } from './benefit-fields/benefit-fields';
import { CodeList } from './code-list/code-list';
import {
  CreatePromotionDocument,
  PromotionChoicesDocument,
  PromotionPageDocument,
  RemovePromotionDocument,
  UpdatePromotionDocument,
} from './promotion-edit.generated';
import { TargetFields } from './target-fields/target-fields';

const listPath = '/promotions';

/** One promotion: what it gives, when, for whom, and next to what else. Without an id, a new one. */
@Component({
  selector: 'cw-promotion-edit',
  imports: [Badge, BenefitFields, CheckField, CodeList, EditPage, Field, PageState, TargetFields],
  providers: [Commands],
  templateUrl: './promotion-edit.html',
  styleUrl: '../../shared/form/panel.scss',
})
export class PromotionEdit {
  private readonly clock = inject(Clock);
  private readonly takeAway = injectRemoval();
  private readonly mutate = injectMutate();
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);

  readonly id = input<string>();

  protected readonly back = { label: 'Promotions', path: listPath };
  protected readonly query = queryResource(PromotionPageDocument, () => {
    const id = this.id();
    return id === undefined ? undefined : { id };
  });
  private readonly withGroups = inject(Session).can('PRICING_WRITE');
  private readonly choices = queryResource(PromotionChoicesDocument, () => ({
    withGroups: this.withGroups,
  }));
  protected readonly promotion = computed(() => this.query.value()?.promotion ?? undefined);
  protected readonly isMissing = computed(() => this.query.value()?.promotion === null);
  protected readonly state = computed(() => {
    const promotion = this.promotion();
    return promotion && promotionState(promotion, this.clock.now());
  });
  protected readonly sentence = computed(() => {
    const promotion = this.promotion();
    return promotion && promotionSentence(promotion);
  });
  protected readonly currency = computed(() => this.choices.value()?.shop.currencyCode ?? '');
  protected readonly collections = computed(() => this.choices.value()?.collections.nodes ?? []);
  /** Everybody, the groups, and the one that is chosen where groups cannot be seen. */
  protected readonly groups = computed(() => {
    const groups = this.choices.value()?.customerGroups ?? [];
    const chosen = this.promotion()?.conditions.customerGroup;
    const isKnown = !chosen || groups.some(({ code }) => code === chosen);
    return [
      { value: '', label: 'Everybody' },
      ...groups.map(({ code, name }) => ({ value: code, label: name })),
      ...(isKnown ? [] : [{ value: chosen, label: chosen }]),
    ];
  });
  readonly form = editForm({
    saved: () => {
      const promotion = this.promotion();
      return promotion
        ? { value: toPromotionDraft(promotion), version: promotion.version }
        : { value: blankPromotion };
    },
    rules: promotionRules,
    place: placeInPromotion,
    send: async (draft, version) => {
      const promotion = this.promotion();
      const given = toPromotionInput(draft);
      if (!promotion) {
        const { promotionCreate } = await this.mutate(CreatePromotionDocument, { input: given });
        this.made = promotionCreate.promotion?.id;
        return promotionCreate;
      }
      const expected = version === undefined ? {} : { expectedVersion: version };
      const input = { ...given, promotionId: promotion.id, ...expected };
      return (await this.mutate(UpdatePromotionDocument, { input })).promotionUpdate;
    },
  });
  private made: string | undefined;

  protected arrive(): void {
    this.snackBar.open('Promotion saved. Open carts follow at once.');
    if (this.made) void this.router.navigate([listPath, this.made], { replaceUrl: true });
  }

  protected async remove(): Promise<void> {
    const promotion = this.promotion();
    if (!promotion) return;
    await this.takeAway({
      name: promotion.name,
      consequences: [
        'Open carts lose it at once, and its codes open nothing any more.',
        'Orders keep what it gave them.',
      ],
      confirmLabel: 'Remove promotion',
      form: this.form,
      send: (commands) =>
        commands.send(
          RemovePromotionDocument,
          { promotionId: promotion.id },
          (data) => data.promotionRemove,
        ),
      listPath: listPath,
    });
  }
}

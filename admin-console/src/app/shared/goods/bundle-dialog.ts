import { Component, computed, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { editForm } from '../form/edit-form';
import { Field } from '../form/field';
import { FormDialog } from '../form/form-dialog';
import { MoneyPipe } from '../format/money';
import { describeProblem } from '../graphql/graph-error';
import { queryResource } from '../graphql/query-resource';
import { Banner } from '../ui/banner/banner';
import {
  bundleRules,
  choiceWish,
  type ChosenPart,
  chosenParts,
  toBundleDraft,
} from './bundle-draft';
import { BundlePartsDocument } from './bundle-parts.generated';

/** A bundle whose parts are to be chosen. */
export interface BundleQuestion {
  readonly productId: string;
  readonly title: string;
  /** What was chosen before; null: what a shopper gets who chooses nothing. */
  readonly parts: readonly ChosenPart[] | null;
}

/** Asks what one unit of a bundle consists of. */
@Component({
  selector: 'cw-bundle-dialog',
  imports: [Banner, Field, FormDialog, MoneyPipe],
  templateUrl: './bundle-dialog.html',
  styleUrl: './bundle-dialog.scss',
})
export class BundleDialog {
  protected readonly question = inject<BundleQuestion>(MAT_DIALOG_DATA);

  private readonly query = queryResource(BundlePartsDocument, () => ({
    id: this.question.productId,
  }));
  protected readonly trouble = computed(() => {
    if (this.query.error()) return describeProblem(this.query.error()).message;
    const found = this.query.value();
    return found && !found.product?.bundle ? 'This is no longer sold as a bundle.' : undefined;
  });
  protected readonly form = editForm({
    saved: () => ({
      value: toBundleDraft(this.query.value()?.product?.bundle, this.question.parts),
    }),
    rules: bundleRules,
    // Nothing is sent: whoever asked does something with what was chosen.
    send: (draft) => {
      const message = this.trouble() ?? (this.query.value() ? undefined : 'It is still loading.');
      if (message === undefined) this.chosen = chosenParts(draft);
      return Promise.resolve({ userErrors: message === undefined ? [] : [{ message }] });
    },
  });
  protected readonly wish = choiceWish;
  private chosen: readonly ChosenPart[] = [];
  protected readonly answer = () => this.chosen;
}

/** Asks what a bundle consists of; resolves to nothing when that was left open. */
export function injectChooseParts(): (
  question: BundleQuestion,
) => Promise<readonly ChosenPart[] | undefined> {
  const dialogs = inject(MatDialog);
  return (question) =>
    firstValueFrom(
      dialogs
        .open<BundleDialog, BundleQuestion, readonly ChosenPart[]>(BundleDialog, {
          data: question,
          width: '560px',
          maxWidth: '560px',
        })
        .afterClosed(),
    );
}

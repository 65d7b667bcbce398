import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { questionForm } from '../../../shared/form/question-form';
import type { ChosenBundleFragment } from '../../data/draft-bundle.generated';
import type { LinePart } from '../../data/draft-form';
import {
  type ChoiceForm,
  isOneOf,
  partsRules,
  ruleOf,
  toParts,
  toPartsForm,
} from '../../data/parts-form';

/** Of what parts are chosen, and which were before. */
export interface PartsQuestion {
  readonly title: string;
  readonly bundle: ChosenBundleFragment;
  /** Null: what a shopper gets who chooses nothing. */
  readonly parts: readonly LinePart[] | null;
}

/** Chooses what one unit of a bundle consists of. */
@Component({
  selector: 'cw-parts-dialog',
  imports: [Field, FormDialog],
  templateUrl: './parts-dialog.html',
  styleUrls: ['../../../shared/form/panel.scss', './parts-dialog.scss'],
})
export class PartsDialog {
  protected readonly question = inject<PartsQuestion>(MAT_DIALOG_DATA);

  protected readonly isOneOf = isOneOf;
  protected readonly ruleOf = ruleOf;
  private readonly begun = toPartsForm(this.question.bundle, this.question.parts);
  protected readonly form = questionForm(this.begun, partsRules);
  protected readonly chosen = () => toParts(this.form.value());
  protected readonly choices = this.begun.choices.map((choice) => ({
    ...choice,
    values: valuesOf(choice),
  }));
}

function valuesOf({ least, options }: ChoiceForm) {
  return [
    ...(least === 0 ? [{ value: '', label: 'None' }] : []),
    ...options.map(({ variationId, title, about }) => ({
      value: variationId,
      label: about ? `${title} (${about})` : title,
    })),
  ];
}

/** Asks for the parts of a bundle; resolves to nothing when none were taken. */
export function injectChooseParts(): (
  question: PartsQuestion,
) => Promise<readonly LinePart[] | undefined> {
  const dialogs = inject(MatDialog);
  return (question) =>
    firstValueFrom(
      dialogs
        .open<PartsDialog, PartsQuestion, readonly LinePart[]>(PartsDialog, {
          data: question,
          width: '560px',
          maxWidth: '560px',
        })
        .afterClosed(),
    );
}

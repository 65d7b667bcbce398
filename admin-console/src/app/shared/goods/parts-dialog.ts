import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { Field } from '../form/field';
import { FormDialog } from '../form/form-dialog';
import { questionForm } from '../form/question-form';
import type { ChosenBundleFragment } from './bundle-parts.generated';
import {
  type ChoiceForm,
  type ChosenPart,
  isOneOf,
  partsRules,
  ruleOf,
  toParts,
  toPartsForm,
} from './parts-form';

/** Of what parts are chosen, and which were before. */
export interface PartsQuestion {
  readonly title: string;
  readonly bundle: ChosenBundleFragment;
  /** Null: what a shopper gets who chooses nothing. */
  readonly parts: readonly ChosenPart[] | null;
}

/** Chooses what one unit of a bundle consists of. */
@Component({
  selector: 'cw-parts-dialog',
  imports: [Field, FormDialog],
  templateUrl: './parts-dialog.html',
  styleUrls: ['../form/panel.scss', './parts-dialog.scss'],
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

function valuesOf({ least, one, options }: ChoiceForm) {
  const none = least === 0 ? 'None' : 'Not chosen yet';
  return [
    ...(least === 0 || !one ? [{ value: '', label: none }] : []),
    ...options.map(({ variationId, title, about }) => ({
      value: variationId,
      label: about ? `${title} (${about})` : title,
    })),
  ];
}

import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { EditForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { queryResource } from '../../../shared/graphql/query-resource';
import type { AddressFieldName } from '../../../shared/graphql/types.generated';
import { type AddressForm, blankAddress, hasAddress } from '../../data/address-form';
import type { DraftForm } from '../../data/draft-form';
import { DraftAddressRulesDocument } from './draft-address.generated';

type Part = Exclude<keyof AddressForm, 'countryCode'>;

const parts: Readonly<Record<AddressFieldName, Part>> = {
  NAME: 'name',
  COMPANY: 'company',
  LINE1: 'line1',
  LINE2: 'line2',
  CITY: 'city',
  REGION: 'region',
  POSTCODE: 'postcode',
  PHONE: 'phone',
};

/** Where a draft goes, asked as its country writes addresses. */
@Component({
  selector: 'cw-draft-address',
  imports: [Field, MatButton],
  template: `
    <div class="panel-head">
      <h2>Where it goes</h2>
      @if (isEntered()) {
        <button type="button" matButton (click)="clear()">Clear address</button>
      }
    </div>
    <div class="fields">
      <cw-field
        label="Country"
        [field]="form().fields.address.countryCode"
        [choices]="countryChoices()"
      />
      @for (each of fields(); track each.part) {
        <cw-field
          [label]="each.label"
          [field]="form().fields.address[each.part]"
          [hint]="each.hint"
          [choices]="each.choices"
        />
      }
    </div>
  `,
  styleUrl: '../../../shared/form/panel.scss',
})
export class DraftAddress {
  readonly form = input.required<EditForm<DraftForm>>();
  readonly countries =
    input.required<readonly { readonly code: string; readonly name: string }[]>();

  protected readonly isEntered = computed(() => {
    const { address } = this.form().value();
    return address.countryCode !== '' || hasAddress(address);
  });
  protected readonly countryChoices = computed(() => [
    { value: '', label: 'Choose a country' },
    ...this.countries().map(({ code, name }) => ({ value: code, label: name })),
  ]);
  private readonly rules = queryResource(DraftAddressRulesDocument, () => {
    const { countryCode } = this.form().value().address;
    return countryCode ? { countryCode } : undefined;
  });
  protected readonly fields = computed(() => {
    if (!this.form().value().address.countryCode) return [];
    const asked = this.rules.value()?.addressRules.fields ?? [];
    return asked.map(({ field, label, isRequired, example, options }) => ({
      part: parts[field],
      label,
      hint: example ? `Such as ${example}` : isRequired ? undefined : 'Optional',
      choices: options.length > 0 ? optionChoices(options) : undefined,
    }));
  });

  protected clear(): void {
    this.form().change((draft) => ({ ...draft, address: blankAddress }));
  }
}

function optionChoices(options: readonly { readonly code: string; readonly name: string }[]) {
  const choices = options.map(({ code, name }) => ({ value: code, label: name }));
  return [{ value: '', label: 'Choose' }, ...choices];
}

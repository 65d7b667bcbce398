import { Component, inject } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../../shared/form/edit-form';
import { Field } from '../../../../shared/form/field';
import { FormDialog } from '../../../../shared/form/form-dialog';
import { wholeNumberRule } from '../../../../shared/form/rules';
import { AttemptKeys } from '../../../../shared/graphql/attempt-keys';
import { injectMutate } from '../../../../shared/graphql/mutate';
import { GenerateCouponCodesDocument } from '../code-list.generated';

/** Makes a set of codes that nobody can guess. */
@Component({
  selector: 'cw-generate-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog heading="Make codes" confirmLabel="Make codes" [form]="form" [answer]="codes">
      <cw-field label="How many" hint="Up to 10,000" kind="number" [field]="form.fields.count" />
      <cw-field label="They begin with" hint="Such as SPRING-" [field]="form.fields.prefix" />
      <cw-field
        label="Uses of each"
        hint="Empty: no limit"
        kind="number"
        [field]="form.fields.usageLimit"
      />
    </cw-form-dialog>
  `,
})
export class GenerateDialog {
  private readonly mutate = injectMutate();
  private readonly keys = new AttemptKeys();
  private readonly promotionId = inject<string>(MAT_DIALOG_DATA);

  private made: readonly string[] = [];
  protected readonly codes = () => this.made;
  protected readonly form = editForm({
    saved: () => ({ value: { count: '50', prefix: '', usageLimit: '1' } }),
    rules: (path) => {
      wholeNumberRule(path.count, 1, 10_000);
      validate(path.prefix, ({ value }) =>
        /^[a-z0-9-]{0,20}$/i.test(value().trim())
          ? undefined
          : { kind: 'prefix', message: 'At most 20 letters, digits and hyphens.' },
      );
      validate(path.usageLimit, ({ value }) =>
        /^(|[1-9]\d{0,8})$/.test(value().trim())
          ? undefined
          : { kind: 'number', message: 'A whole number from 1 on.' },
      );
    },
    send: async (draft) => {
      const { count, prefix, usageLimit } = draft;
      const input = {
        promotionId: this.promotionId,
        count: Number(count),
        ...(prefix.trim() && { prefix: prefix.trim() }),
        usageLimit: usageLimit.trim() ? Number(usageLimit) : null,
        idempotencyKey: this.keys.keyFor(draft),
      };
      const { couponCodesGenerate } = await this.mutate(GenerateCouponCodesDocument, { input });
      this.keys.settle(draft);
      this.made = couponCodesGenerate.codes ?? [];
      return couponCodesGenerate;
    },
  });
}

import { Component, input, output } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LucidePlus } from '@lucide/angular';

import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import { RemoveButton } from '../../../shared/ui/remove-button/remove-button';
import type { AddedDraft } from '../../data/edit-draft';

/** Goods that are sold in addition, each with its units. */
@Component({
  selector: 'cw-added-goods',
  imports: [Field, LucidePlus, MatButton, RemoveButton],
  template: `
    <ul [attr.aria-label]="label()">
      @for (line of goods(); track line; let index = $index) {
        <li>
          <span class="title">{{ line.title().value() }}</span>
          <cw-field kind="number" label="Units" [field]="line.quantity" />
          <cw-remove-button
            [label]="'Leave out ' + line.title().value()"
            (click)="removed.emit(index)"
          />
        </li>
      }
    </ul>
    <button type="button" matButton="outlined" (click)="add()">
      <svg lucidePlus aria-hidden="true"></svg>{{ label() }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      justify-items: start;
    }
    ul {
      display: grid;
      gap: 10px;
      width: 100%;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 100px auto;
      gap: 8px;
      align-items: center;
    }
    .title {
      font-weight: 550;
    }
  `,
})
export class AddedGoods {
  private readonly choose = injectChooseGoods();

  /** What adding does, such as "Add goods". */
  readonly label = input.required<string>();
  readonly goods = input.required<FieldTree<readonly AddedDraft[]>>();

  readonly added = output<AddedDraft>();
  readonly removed = output<number>();

  protected async add(): Promise<void> {
    const chosen = await this.choose({ heading: this.label(), allowed: 'variations' });
    if (!chosen?.variationId) return;
    this.added.emit({ variationId: chosen.variationId, title: chosen.label, quantity: '1' });
  }
}

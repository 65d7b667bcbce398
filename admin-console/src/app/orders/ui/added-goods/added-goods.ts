import { Component, input, output } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LucidePlus } from '@lucide/angular';

import { Field } from '../../../shared/form/field';
import { injectChooseGoods } from '../../../shared/goods/goods-dialog';
import { injectPartsChooser } from '../../../shared/goods/parts-chooser';
import { Banner } from '../../../shared/ui/banner/banner';
import { RemoveButton } from '../../../shared/ui/remove-button/remove-button';
import type { AddedDraft } from '../../data/edit-draft';

/** Goods that are sold in addition, each with its units. */
@Component({
  selector: 'cw-added-goods',
  imports: [Banner, Field, LucidePlus, MatButton, RemoveButton],
  template: `
    <ul [attr.aria-label]="label()">
      @for (line of goods(); track line; let index = $index) {
        @let title = line.title().value();
        <li>
          <div>
            <p class="title">{{ title }}</p>
            @if (line.parts().value(); as parts) {
              @for (part of parts; track part.variationId) {
                <p class="soft part">{{ part.label }}</p>
              }
              <button
                type="button"
                matButton
                class="change"
                [attr.aria-label]="'Change parts of ' + title"
                (click)="changeParts(index)"
              >
                Change parts
              </button>
            }
          </div>
          <cw-field kind="number" label="Units" [field]="line.quantity" />
          <cw-remove-button [label]="'Leave out ' + title" (click)="leaveOut(index)" />
        </li>
      }
    </ul>
    @if (chooser.problem(); as problem) {
      <cw-banner>{{ problem }}</cw-banner>
    }
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
      overflow-wrap: anywhere;
    }
    .part {
      font-size: var(--cw-text-s);
    }
    .change {
      margin-inline-start: -12px;
    }
  `,
})
export class AddedGoods {
  private readonly choose = injectChooseGoods();
  protected readonly chooser = injectPartsChooser();

  /** What adding does, such as "Add goods". */
  readonly label = input.required<string>();
  readonly goods = input.required<FieldTree<readonly AddedDraft[]>>();

  /** What is added now, with or without something. */
  readonly changed = output<readonly AddedDraft[]>();

  protected async add(): Promise<void> {
    const chosen = await this.choose({ heading: this.label(), allowed: 'variations' });
    if (!chosen?.variationId) return;
    const { productId, variationId, label: title, isBundle } = chosen;
    const parts = isBundle ? await this.chooser.choose({ productId, title, parts: null }) : null;
    if (parts === undefined) return;
    const goods = { productId, variationId, title, quantity: '1', parts };
    this.changed.emit([...this.before(), goods]);
  }

  protected async changeParts(index: number): Promise<void> {
    const goods = this.before()[index];
    const parts = goods && (await this.chooser.choose(goods));
    if (parts) this.changed.emit(this.before().with(index, { ...goods, parts }));
  }

  protected leaveOut(index: number): void {
    this.changed.emit(this.before().toSpliced(index, 1));
  }

  private before(): readonly AddedDraft[] {
    return this.goods()().value();
  }
}

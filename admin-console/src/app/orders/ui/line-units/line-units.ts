import { Component, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

import { Field } from '../../../shared/form/field';
import type { UnitsDraft } from '../../data/line-units';

/** Asks how many units of each line are meant. */
@Component({
  selector: 'cw-line-units',
  imports: [Field],
  template: `
    <ul aria-label="Items">
      @for (line of units(); track line) {
        <li>
          <span class="title">{{ line.title().value() }}</span>
          <cw-field
            kind="number"
            [label]="label()"
            [suffix]="'of ' + line.most().value()"
            [field]="line.quantity"
          />
        </li>
      } @empty {
        <li class="soft">There is no unit left that it could be done with.</li>
      }
    </ul>
    @if (units()().touched()) {
      @if (units()().errors()[0]; as error) {
        <p class="fault" role="alert">{{ error.message }}</p>
      }
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 10px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 152px;
      gap: 12px;
      align-items: center;
    }
    .title {
      font-weight: 550;
      overflow-wrap: anywhere;
    }
    .fault {
      margin-top: 6px;
      color: var(--cw-danger);
      font-size: var(--cw-text-s);
    }
  `,
})
export class LineUnits {
  /** What is asked for, such as "Units to cancel". */
  readonly label = input.required<string>();
  readonly units = input.required<FieldTree<readonly UnitsDraft[]>>();
}

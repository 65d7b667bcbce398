import { Component, input } from '@angular/core';

/** What a step will do, said before it is taken. */
@Component({
  selector: 'cw-consequences',
  template: `
    <ul>
      @for (consequence of of(); track consequence) {
        <li>{{ consequence }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 6px;
      padding-inline-start: 18px;
      list-style: disc;
    }
  `,
})
export class Consequences {
  readonly of = input.required<readonly string[]>();
}

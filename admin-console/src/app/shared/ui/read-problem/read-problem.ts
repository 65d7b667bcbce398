import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { GraphProblem } from '../../graphql/graph-error';
import { Banner } from '../banner/banner';

/** Says why something cannot be read, or not anew, and offers another try. */
@Component({
  selector: 'cw-read-problem',
  imports: [Banner, MatButton],
  template: `
    @if (problem(); as problem) {
      <cw-banner>
        {{ problem.message }}
        @if (isStale()) {
          What you see may be out of date.
        }
        <button type="button" bannerAction matButton="outlined" (click)="again.emit()">
          Try again
        </button>
      </cw-banner>
    }
  `,
})
export class ReadProblem {
  readonly problem = input.required<GraphProblem | undefined>();
  /** Whether something that was read before is shown. */
  readonly isStale = input(false);

  /** The person wants another try. */
  readonly again = output();
}

import { Component, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { LucideX } from '@lucide/angular';

import type { Commands } from '../../graphql/commands';
import { Banner } from '../banner/banner';

/** Says why the last command did nothing, after what the page calls it, until that is put away. */
@Component({
  selector: 'cw-command-problem',
  imports: [Banner, LucideX, MatIconButton],
  template: `
    @if (commands().problem(); as message) {
      <cw-banner>
        <ng-content /> {{ message }}
        <button
          type="button"
          bannerAction
          matIconButton
          aria-label="Dismiss"
          (click)="commands().dismissProblem()"
        >
          <svg lucideX aria-hidden="true"></svg>
        </button>
      </cw-banner>
    }
  `,
  styles: `
    cw-banner {
      margin-bottom: 16px;
    }
  `,
})
export class CommandProblem {
  readonly commands = input.required<Pick<Commands, 'problem' | 'dismissProblem'>>();
}

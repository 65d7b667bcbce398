import { Component, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { LucideTrash } from '@lucide/angular';

/** Takes one entry out of a list that is being edited. */
@Component({
  selector: 'cw-remove-button',
  imports: [LucideTrash, MatIconButton],
  template: `
    <button
      type="button"
      matIconButton
      disabledInteractive
      [disabled]="isDisabled()"
      [attr.aria-label]="label()"
      (click)="keepQuiet($event)"
    >
      <svg lucideTrash aria-hidden="true"></svg>
    </button>
  `,
  styles: `
    :host {
      display: inline-block;
    }
  `,
})
export class RemoveButton {
  /** Names the entry: "Take out Dot Matrix Poster". */
  readonly label = input.required<string>();
  readonly isDisabled = input(false);

  protected keepQuiet(event: Event): void {
    if (this.isDisabled()) event.stopPropagation();
  }
}

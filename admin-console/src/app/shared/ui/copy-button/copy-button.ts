import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton, type MatButtonAppearance } from '@angular/material/button';
import { LucideCheck, LucideCopy } from '@lucide/angular';

/** Puts a text into the clipboard, and says whether the browser allowed it. */
@Component({
  selector: 'cw-copy-button',
  imports: [LucideCheck, LucideCopy, MatButton],
  template: `
    <button type="button" cdkFocusInitial [matButton]="appearance()" (click)="copy()">
      @if (outcome() === 'copied') {
        <svg lucideCheck aria-hidden="true"></svg>Copied
      } @else {
        <svg lucideCopy aria-hidden="true"></svg>{{ label() }}
      }
    </button>
    <span role="status" [class.visually-hidden]="outcome() !== 'failed'">
      @switch (outcome()) {
        @case ('copied') {
          It is in the clipboard.
        }
        @case ('failed') {
          The browser did not allow it. Select it and copy it yourself.
        }
      }
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
    }
    span {
      color: var(--cw-ink-soft);
      font-size: var(--cw-text-s);
    }
  `,
})
export class CopyButton {
  private readonly clipboard = inject(Clipboard);

  readonly text = input.required<string>();
  readonly label = input('Copy');
  readonly appearance = input<MatButtonAppearance>('outlined');

  protected readonly outcome = signal<'idle' | 'copied' | 'failed'>('idle');

  protected copy(): void {
    this.outcome.set(this.clipboard.copy(this.text()) ? 'copied' : 'failed');
  }
}

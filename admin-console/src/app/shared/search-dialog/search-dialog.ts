import { Component, computed, ElementRef, inject, input, model } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogClose } from '@angular/material/dialog';

import { describeProblem } from '../graphql/graph-error';
import type { QueryResource } from '../graphql/query-resource';
import { DialogFrame } from '../ui/dialog-frame/dialog-frame';
import { ReadProblem } from '../ui/read-problem/read-problem';
import { SearchBox } from '../ui/search-box/search-box';

/** What a search has found, in numbers and words. */
export interface SearchOutcome {
  readonly shown: number;
  /** For screen readers, such as "3 found". */
  readonly spoken: string;
  /** That there are more than are shown. */
  readonly more?: string | undefined;
}

/** The frame of every dialog in which something is looked for: field, results, arrow keys between them. */
@Component({
  selector: 'cw-search-dialog',
  imports: [DialogFrame, MatButton, MatDialogClose, ReadProblem, SearchBox],
  host: { '(keydown)': 'moveFocus($event)' },
  templateUrl: './search-dialog.html',
  styles: `
    .body {
      display: flex;
      flex-direction: column;
      gap: 12px;
      min-height: 380px;
    }
    .nothing {
      padding: 24px 0;
      text-align: center;
    }
    .more {
      font-size: var(--cw-text-s);
    }
  `,
})
export class SearchDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly heading = input.required<string>();
  /** What is searched, for screen readers. */
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly query = input.required<QueryResource<unknown>>();
  /** Undefined before the first answer. */
  readonly outcome = input.required<SearchOutcome | undefined>();
  readonly text = model('');

  protected readonly problem = computed(() =>
    this.query().error() ? describeProblem(this.query().error()) : undefined,
  );

  protected moveFocus(event: KeyboardEvent): void {
    const current = this.results().indexOf(event.target as HTMLElement);
    if (current < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.focusResult(current + step);
  }

  /** Above the first result stands the field. */
  protected focusResult(index: number): void {
    const target = index < 0 ? this.host.querySelector('input') : this.results()[index];
    target?.focus();
  }

  private results(): HTMLElement[] {
    const all = this.host.querySelectorAll<HTMLElement>('.found :is(button, summary)');
    return [...all].filter(
      (each) => each.tagName === 'SUMMARY' || !each.closest('details:not([open])'),
    );
  }
}

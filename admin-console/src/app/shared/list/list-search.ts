import { Component, inject, input, output, viewChild } from '@angular/core';
import { Router } from '@angular/router';

import { offerShortcut } from '../shortcuts/shortcuts';
import { SearchBox } from '../ui/search-box/search-box';

/** The search of a list: what is looked for stands in the address as `q`. */
@Component({
  selector: 'cw-list-search',
  imports: [SearchBox],
  template: `
    <cw-search-box
      shortcut="/"
      [label]="label()"
      [placeholder]="placeholder()"
      [text]="text()"
      (searched)="search($event)"
      (left)="left.emit()"
    />
  `,
  styles: `
    :host {
      display: block;
      flex: 0 1 300px;
    }
    @media (width < 720px) {
      :host {
        flex: 1 1 100%;
      }
    }
  `,
})
export class ListSearch {
  private readonly router = inject(Router);
  private readonly box = viewChild.required(SearchBox);

  readonly label = input.required<string>();
  readonly placeholder = input('');
  /** What is looked for now. */
  readonly text = input('');

  /** The person wants to go on into the rows. */
  readonly left = output();

  constructor() {
    offerShortcut({ keys: '/', label: 'Search this list', run: () => this.focus() });
  }

  /** Puts the focus here, ready to be typed over. */
  focus(): void {
    this.box().focus();
  }

  protected search(text: string): void {
    void this.router.navigate([], {
      queryParams: { q: text || null, after: null, before: null },
      queryParamsHandling: 'merge',
      replaceUrl: this.text() !== '',
    });
  }
}

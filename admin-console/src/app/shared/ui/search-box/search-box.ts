import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { LucideSearch, LucideX } from '@lucide/angular';

import { debounced } from './debounced';

const pauseMilliseconds = 250;

/** A field that searches while one types. */
@Component({
  selector: 'cw-search-box',
  imports: [LucideSearch, LucideX, MatIconButton],
  templateUrl: './search-box.html',
  styleUrl: './search-box.scss',
})
export class SearchBox {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  /** What is searched, for screen readers. */
  readonly label = input.required<string>();
  readonly placeholder = input('');
  /** What is searched for now. */
  readonly text = input('');
  /** The key that leads here, to be shown in the empty field. */
  readonly shortcut = input<string>();

  readonly searched = output<string>();
  /** The person wants to go on into the results. */
  readonly left = output();

  /** Puts the focus here, ready to be typed over. */
  focus(): void {
    this.field().nativeElement.select();
    this.field().nativeElement.focus();
  }

  protected readonly search = debounced(pauseMilliseconds, (typed: string) => {
    const text = typed.trim();
    if (text !== this.text()) this.searched.emit(text);
  });

  protected clear(): void {
    this.field().nativeElement.value = '';
    this.search.now('');
    this.focus();
  }

  protected leave(event: Event): void {
    event.preventDefault();
    this.left.emit();
  }
}

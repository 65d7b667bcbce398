import { Directive, effect, ElementRef, inject, input } from '@angular/core';

/** Puts attributes that the caller of a grid chooses on the grid's rows. */
@Directive({ selector: '[cwRowAttributes]' })
export class RowAttributes {
  readonly cwRowAttributes = input.required<Readonly<Record<string, string>>>();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      for (const [name, value] of Object.entries(this.cwRowAttributes())) {
        element.setAttribute(name, value);
      }
    });
  }
}

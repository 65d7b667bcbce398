import { Component, type ElementRef, input, viewChild } from '@angular/core';
import { LucideX } from '@lucide/angular';

/** A panel over the page, from the side or in the middle. The browser's own dialog keeps focus in and gives it back. */
@Component({
  selector: 'app-drawer',
  imports: [LucideX],
  templateUrl: './drawer.html',
  styleUrl: './drawer.css',
})
export class Drawer {
  readonly heading = input.required<string>();
  readonly side = input<'left' | 'right' | 'center'>('right');

  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.dialog().nativeElement.showModal();
  }

  close(): void {
    this.dialog().nativeElement.close();
  }

  protected closeFromBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog().nativeElement) this.close();
  }
}

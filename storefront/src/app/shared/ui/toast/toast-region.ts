import { Component, inject } from '@angular/core';
import { LucideX } from '@lucide/angular';

import { type Toast, Toaster } from './toaster';

/** Where notices appear and are read out. */
@Component({
  selector: 'app-toast-region',
  imports: [LucideX],
  templateUrl: './toast-region.html',
  host: {
    role: 'status',
    'aria-live': 'polite',
    class:
      'pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 sm:inset-x-auto sm:right-6 sm:bottom-6 sm:items-end',
  },
})
export class ToastRegion {
  private readonly toaster = inject(Toaster);

  protected readonly toasts = this.toaster.toasts;

  protected act(toast: Toast): void {
    toast.action?.run();
    this.toaster.dismiss(toast.id);
  }

  protected dismiss(toast: Toast): void {
    this.toaster.dismiss(toast.id);
  }
}

import { Service, signal } from '@angular/core';

/** One short notice, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const SHOWN_FOR_MS = 7_000;

/** Shows notices of success; problems belong beside what they are about. */
@Service()
export class Toaster {
  private readonly shown = signal<readonly Toast[]>([]);
  private lastId = 0;

  readonly toasts = this.shown.asReadonly();

  show(text: string, action?: Toast['action']): void {
    const toast = { id: ++this.lastId, text, action };
    this.shown.update((toasts) => [...toasts.slice(-2), toast]);
    setTimeout(() => this.dismiss(toast.id), SHOWN_FOR_MS);
  }

  dismiss(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }
}

import { ApplicationRef, inject, Service, signal } from '@angular/core';

/** Tells the first rendering, which uses what the server sent, from all that follow. */
@Service()
export class FirstRender {
  private readonly done = signal(false);

  readonly isDone = this.done.asReadonly();

  constructor() {
    void inject(ApplicationRef)
      .whenStable()
      .then(() => this.done.set(true));
  }
}

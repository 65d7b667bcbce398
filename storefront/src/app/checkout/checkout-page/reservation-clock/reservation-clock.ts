import { Component, computed, effect, input, output, signal } from '@angular/core';
import { LucideTimer } from '@lucide/angular';

import { reservationLeft } from '../../data/reservation';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Until when the items are held, counting down. */
@Component({
  selector: 'app-reservation-clock',
  imports: [LucideTimer],
  template: `
    <p
      class="flex items-center gap-2.5 border-l-4 py-1 pl-3 text-sm"
      [class]="left().urgent ? 'border-warn text-warn' : 'border-good'"
    >
      <svg lucideTimer [size]="18" class="shrink-0"></svg>
      <span>
        Reserved for you until <strong>{{ untilText() }}</strong>
        <span class="figures" aria-hidden="true"> ({{ left().clock }} left)</span>
      </span>
    </p>
    <p class="sr-only" role="status">
      @if (left().urgent) {
        Your items are reserved for less than two more minutes.
      }
    </p>
  `,
})
export class ReservationClock {
  readonly until = input.required<string>();
  readonly ranOut = output();

  private readonly now = signal(Date.now());

  protected readonly left = computed(() => reservationLeft(this.until(), this.now()));
  protected readonly untilText = computed(() => CLOCK.format(new Date(this.until())));

  private readonly hasRunOut = computed(() => this.left().expired);

  constructor() {
    effect((onCleanup) => {
      this.until();
      const timer = setInterval(() => this.now.set(Date.now()), 1000);
      onCleanup(() => clearInterval(timer));
    });
    effect(() => {
      if (this.hasRunOut()) this.ranOut.emit();
    });
  }
}

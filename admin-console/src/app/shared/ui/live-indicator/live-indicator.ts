import { Component, computed, inject } from '@angular/core';

import { LiveConnection, type LiveState } from '../../graphql/live-connection';

const words: Readonly<Record<LiveState, string>> = {
  idle: 'Not live',
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
};

/** Whether the page is fed live at this moment. */
@Component({
  selector: 'cw-live-indicator',
  template: `<span class="dot" aria-hidden="true"></span>{{ label() }}`,
  host: { role: 'status', 'data-testid': 'live-state', '[attr.data-state]': 'state()' },
  styleUrl: './live-indicator.scss',
})
export class LiveIndicator {
  protected readonly state = inject(LiveConnection).state;
  protected readonly label = computed(() => words[this.state()]);
}

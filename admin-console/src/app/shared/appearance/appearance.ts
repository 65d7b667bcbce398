import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';

import { readPreference, writePreference } from './preferences';

/** How the console looks: as the system does, or always one way. */
export type AppearanceChoice = 'system' | 'light' | 'dark';

const choices: readonly string[] = ['system', 'light', 'dark'];

/** The chosen colour scheme, kept in this browser. */
@Service()
export class Appearance {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<AppearanceChoice>(storedChoice());
  readonly choice = this.chosen.asReadonly();

  constructor() {
    effect(() => this.root.setAttribute('data-appearance', this.chosen()));
  }

  choose(choice: AppearanceChoice): void {
    this.chosen.set(choice);
    writePreference('appearance', choice);
  }
}

function storedChoice(): AppearanceChoice {
  const stored = readPreference('appearance');
  return choices.includes(stored ?? '') ? (stored as AppearanceChoice) : 'system';
}

import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';

import { readPreference, writePreference } from '../appearance/preferences';
import { ShortcutSequence } from './shortcut-sequence';

/** A key, or two keys one after the other, such as "g o". */
export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

/** The keyboard shortcuts that work at this moment; the one registered last wins. */
@Service()
export class Shortcuts {
  private readonly registered = signal<readonly Shortcut[]>([]);
  private readonly on = signal(readPreference('shortcuts') !== 'off');
  private readonly sequence = new ShortcutSequence();

  readonly isOn = this.on.asReadonly();
  readonly list = this.registered.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    const listen = (event: KeyboardEvent) => this.handle(event);
    document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', listen));
  }

  /** Adds a shortcut and answers how to take it away again. */
  add(shortcut: Shortcut): () => void {
    this.registered.update((all) => [shortcut, ...all]);
    return () => this.registered.update((all) => all.filter((each) => each !== shortcut));
  }

  /** Single keys get in the way of speech control, so they can be switched off for good. */
  switchTo(on: boolean): void {
    this.on.set(on);
    writePreference('shortcuts', on ? 'on' : 'off');
  }

  private handle(event: KeyboardEvent): void {
    if (!this.on() || isForSomethingElse(event)) return;
    const match = this.sequence.press(event.key, event.timeStamp, this.registered());
    if (!match) return;
    event.preventDefault();
    match.run();
  }
}

/** Offers a shortcut for as long as the caller lives. */
export function offerShortcut(shortcut: Shortcut): void {
  inject(DestroyRef).onDestroy(inject(Shortcuts).add(shortcut));
}

function isForSomethingElse(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
  );
}

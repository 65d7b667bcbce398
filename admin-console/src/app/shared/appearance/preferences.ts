const prefix = 'console-';

/** Something this browser was asked to remember. */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    // Storage can be switched off; then every visit starts from the defaults.
    return null;
  }
}

/** Asks this browser to remember something harmless. */
export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Storage can be full or switched off; the choice still holds until the page is left.
  }
}

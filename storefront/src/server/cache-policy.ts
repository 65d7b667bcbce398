const PERSONAL_PAGES = /^\/(account|cart|checkout|order-placed|track|unsubscribe)(\/|$)/;

/** Pages about one person are never stored; all others are asked for again, as they carry the theme. */
export function cachePolicyFor(pathname: string): string {
  return PERSONAL_PAGES.test(pathname) ? 'private, no-store' : 'private, no-cache';
}

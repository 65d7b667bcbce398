import { DOCUMENT, inject, Service } from '@angular/core';

const ONE_YEAR_SECONDS = 31_536_000;

/** Light or dark. Without a choice the system decides; a choice is kept in a cookie, so that the server renders it. */
@Service()
export class Theme {
  private readonly document = inject(DOCUMENT);

  switch(): void {
    const next = this.isDark() ? 'light' : 'dark';
    this.document.documentElement.dataset['theme'] = next;
    this.document.cookie = `theme=${next}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
  }

  /** Whether the page is dark now. */
  isDark(): boolean {
    const chosen = this.document.documentElement.dataset['theme'];
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }
}

import { inject, Service } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';

/** The title and description of the page in view. */
@Service()
export class PageMeta {
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);

  set(page: { readonly title: string; readonly description?: string }): void {
    this.title.setTitle(pageTitle(page.title));
    if (page.description) {
      const description = page.description.replace(/\s+/g, ' ').slice(0, 160);
      this.meta.updateTag({ name: 'description', content: description });
    } else {
      this.meta.removeTag('name="description"');
    }
  }
}

/** A title as the browser's tab shows it. */
export function pageTitle(title: string | undefined): string {
  return title ? `${title} · Halftone` : 'Halftone · prints from patterns';
}

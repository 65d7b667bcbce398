import { inject, Service } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

import { PageMeta } from './page-meta';

/** Titles of routes that know theirs; pages whose title is data set it through `PageMeta`. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly pageMeta = inject(PageMeta);

  override updateTitle(state: RouterStateSnapshot): void {
    const title = this.buildTitle(state);
    if (title) this.pageMeta.set({ title });
  }
}

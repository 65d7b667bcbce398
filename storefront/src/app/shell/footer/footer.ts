import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { ShopShellQuery } from '../shop-shell.generated';

/** The foot of every page. */
@Component({
  selector: 'app-footer',
  imports: [RouterLink],
  templateUrl: './footer.html',
})
export class Footer {
  readonly shop = input.required<ShopShellQuery | undefined>();
}

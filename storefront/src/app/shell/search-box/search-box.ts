import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { LucideSearch } from '@lucide/angular';
import { map } from 'rxjs';

/** Search over all products. It is a plain form, so it works before and without scripts. */
@Component({
  selector: 'app-search-box',
  imports: [LucideSearch],
  templateUrl: './search-box.html',
})
export class SearchBox {
  private readonly router = inject(Router);

  protected readonly query = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('q') ?? '')),
    { initialValue: '' },
  );

  protected search(event: Event, typed: string): void {
    event.preventDefault();
    const q = typed.trim();
    void this.router.navigate(['/products'], { queryParams: q ? { q } : {} });
  }
}

import { NgOptimizedImage } from '@angular/common';
import { Component, computed, input, linkedSignal } from '@angular/core';
import { LucideChevronLeft, LucideChevronRight } from '@lucide/angular';

import type { GalleryImageFragment } from './gallery.generated';

/** A product's pictures: one large, all of them small below it. */
@Component({
  selector: 'app-gallery',
  imports: [LucideChevronLeft, LucideChevronRight, NgOptimizedImage],
  templateUrl: './gallery.html',
})
export class Gallery {
  readonly images = input.required<readonly GalleryImageFragment[]>();
  /** The picture of the chosen variation; it comes forward when the choice changes. */
  readonly featured = input<GalleryImageFragment | null>();

  protected readonly all = computed(() => {
    const featured = this.featured();
    const images = this.images();
    return featured && !images.some(({ id }) => id === featured.id)
      ? [featured, ...images]
      : images;
  });
  protected readonly index = linkedSignal(() => {
    const featured = this.featured();
    return Math.max(0, featured ? this.all().findIndex(({ id }) => id === featured.id) : 0);
  });
  protected readonly current = computed(() => this.all()[this.index()]);

  protected show(index: number): void {
    this.index.set(index);
  }

  protected step(by: number): void {
    const count = this.all().length;
    this.index.update((index) => (index + by + count) % count);
  }
}

import { NgOptimizedImage } from '@angular/common';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { CollectionStripFragment } from './collection-strips.generated';

/** The collections, side by side like the strips of a swatch book. */
@Component({
  selector: 'app-collection-strips',
  imports: [NgOptimizedImage, RouterLink],
  templateUrl: './collection-strips.html',
  styleUrl: './collection-strips.css',
})
export class CollectionStrips {
  readonly collections = input.required<readonly CollectionStripFragment[]>();
}

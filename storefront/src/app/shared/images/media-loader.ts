import type { ImageLoaderConfig } from '@angular/common';

/** The widths in which the API renders pictures. */
export const RENDITION_WIDTHS = [160, 320, 640, 960, 1280];

/** Asks for the narrowest rendition that is wide enough. */
export function mediaLoader({ src, width }: ImageLoaderConfig): string {
  if (!width || !src.startsWith('/media/')) return src;
  const rendition = RENDITION_WIDTHS.find((candidate) => candidate >= width) ?? 1280;
  return `${src}${src.includes('?') ? '&' : '?'}w=${rendition}`;
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// The two files that every page in a western language draws its text with.
const FIRST_FONTS = /^(bricolage-grotesque|hanken-grotesk)-latin-wght-normal-\w+\.woff2$/;

/** A `Link` header by which the browser gets the fonts before it has read the stylesheet, so that text does not jump. */
export function fontPreloads(browserFolder: string): string {
  const folder = join(browserFolder, 'assets');
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => FIRST_FONTS.test(name))
    .map((name) => `</assets/${name}>; rel=preload; as=font; type="font/woff2"; crossorigin`)
    .join(', ');
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fontPreloads } from './font-preloads';

describe('preloading fonts', () => {
  it('names the fonts of the first text, and no other file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'storefront-'));
    mkdirSync(join(folder, 'assets'));
    for (const name of [
      'hanken-grotesk-latin-wght-normal-ABCD1234.woff2',
      'hanken-grotesk-vietnamese-wght-normal-ABCD1234.woff2',
    ]) {
      writeFileSync(join(folder, 'assets', name), '');
    }

    expect(fontPreloads(folder)).toBe(
      '</assets/hanken-grotesk-latin-wght-normal-ABCD1234.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin',
    );
    rmSync(folder, { recursive: true });
  });

  it('asks for nothing while the development server keeps its files elsewhere', () => {
    expect(fontPreloads('/nowhere')).toBe('');
  });
});

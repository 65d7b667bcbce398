import { applyTheme } from './theme-html';

const PAGE = '<!doctype html><html lang="en"><body></body></html>';

describe('the theme of a rendered page', () => {
  it('is the one that the shopper chose', () => {
    expect(applyTheme(PAGE, 'cart=1; theme=dark')).toContain('<html lang="en" data-theme="dark">');
  });

  it("is the system's without a choice", () => {
    expect(applyTheme(PAGE, undefined)).toBe(PAGE);
  });

  it('takes nothing from the cookie but the two words it knows', () => {
    expect(applyTheme(PAGE, 'theme="><script>')).toBe(PAGE);
  });
});

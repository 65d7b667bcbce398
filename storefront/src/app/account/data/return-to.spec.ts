import { safeReturnTo } from './return-to';

describe('safeReturnTo', () => {
  it('keeps a path of this site with its query', () => {
    expect(safeReturnTo('/checkout?step=shipping')).toBe('/checkout?step=shipping');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '',
    null,
    undefined,
  ])('refuses %p', (value) => {
    expect(safeReturnTo(value)).toBe('/account');
  });

  it('does not return to the sign-in page itself', () => {
    expect(safeReturnTo('/account/sign-in?returnTo=/cart')).toBe('/account');
  });

  it('uses the fallback it is given', () => {
    expect(safeReturnTo('//evil.example', '/')).toBe('/');
  });
});

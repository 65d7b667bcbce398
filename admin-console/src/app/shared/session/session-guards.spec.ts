import { safeReturnPath } from './session-guards';

describe('safeReturnPath', () => {
  it('goes back to a page of the console', () => {
    expect(safeReturnPath('/orders/42?x=1')).toBe('/orders/42?x=1');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '', undefined, '/sign-in'])(
    'opens the orders instead of %p',
    (candidate) => {
      expect(safeReturnPath(candidate)).toBe('/orders');
    },
  );
});

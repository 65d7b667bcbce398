import { SignedTokens } from './signed-token';

describe('signed tokens', () => {
  const tokens = new SignedTokens('a secret of this test alone', 'testing');

  it('give back what was signed', () => {
    expect(tokens.read(tokens.sign(['cart', 'sam@example.com']))).toEqual([
      'cart',
      'sam@example.com',
    ]);
  });

  it('are nothing when any of it was changed', () => {
    const token = tokens.sign(['cart']);
    const other = tokens.sign(['curt']);
    const [body] = other.split('.');
    const [, signature] = token.split('.');
    const made = [`${body}.${signature}`, `${token}.x`, token.slice(0, -2), '', '.', 'a.b'];
    expect(made.map((each) => tokens.read(each))).toEqual(made.map(() => undefined));
  });

  it('are nothing for another purpose or another server', () => {
    const token = tokens.sign(['cart']);
    expect(new SignedTokens('a secret of this test alone', 'tasting').read(token)).toBeUndefined();
    expect(new SignedTokens('another secret', 'testing').read(token)).toBeUndefined();
  });
});

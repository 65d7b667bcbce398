import { emailRule, newPasswordRule, personNameRule } from './credential-rules';

describe('emailRule', () => {
  it('brings an address to the one form that is stored', () => {
    expect(emailRule.parse('  Grace@Halftone.Example ')).toBe('grace@halftone.example');
  });

  it.each(['', 'grace', 'grace@', '@halftone.example', 'a b@c.de', 'grace@shop.de\u0000'])(
    'refuses %j',
    (text) => {
      expect(emailRule.safeParse(text).success).toBe(false);
    },
  );

  it('refuses an address longer than mail allows', () => {
    expect(emailRule.safeParse(`${'a'.repeat(250)}@b.de`).success).toBe(false);
  });
});

describe('newPasswordRule', () => {
  it('asks for length and for nothing else (ASVS 6.2.1, 6.2.5)', () => {
    expect(newPasswordRule.safeParse('aaaaaaaa').success).toBe(true);
    expect(newPasswordRule.safeParse('ünïcødé 🔑').success).toBe(true);
    expect(newPasswordRule.safeParse('aaaaaaa').success).toBe(false);
  });

  it('allows 64 characters and more, within reason (ASVS 6.2.9)', () => {
    expect(newPasswordRule.safeParse('a'.repeat(256)).success).toBe(true);
    expect(newPasswordRule.safeParse('a'.repeat(257)).success).toBe(false);
  });

  it('takes the password exactly as it was typed (ASVS 6.2.8)', () => {
    expect(newPasswordRule.parse('  Spaces count  ')).toBe('  Spaces count  ');
  });
});

describe('personNameRule', () => {
  it('refuses control characters and blank names', () => {
    expect(personNameRule.safeParse('Grace\nHopper').success).toBe(false);
    expect(personNameRule.safeParse('   ').success).toBe(false);
    expect(personNameRule.parse(' Grace Hopper ')).toBe('Grace Hopper');
  });
});

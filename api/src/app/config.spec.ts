import { ConfigError, loadConfig } from './config';

const minimal = {
  DATABASE_URL: 'postgres://localhost/shop',
  JWT_SECRET: 'f3c1b5a0d9e84772b6c0a1d2e3f40516',
};
const refusal = (changes: Record<string, string | undefined>): string => {
  try {
    loadConfig({ ...minimal, ...changes });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'started';
};

describe('the configuration', () => {
  it('needs nothing but a database and a secret', () => {
    expect(refusal({})).toBe('started');
  });

  it('stops the start with a sentence when several processes have no Redis', () => {
    expect(refusal({ API_PROCESSES: '2' })).toBe(
      'The setting REDIS_URL is mandatory when more than one API process runs (API_PROCESSES > 1).',
    );
    expect(refusal({ API_PROCESSES: '2', REDIS_URL: 'redis://localhost' })).toBe('started');
  });

  it('takes cards only with all three keys of the provider', () => {
    const all = {
      STRIPE_SECRET_KEY: 'sk_1',
      STRIPE_PUBLISHABLE_KEY: 'pk_1',
      STRIPE_WEBHOOK_SECRET: 'whsec_1',
    };

    expect(refusal({ ...all, STRIPE_WEBHOOK_SECRET: '' })).toBe(
      'The setting STRIPE_SECRET_KEY needs STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET beside it.',
    );
    expect(loadConfig({ ...minimal, ...all }).stripe).toMatchObject({ capture: 'NOW' });
    expect(loadConfig({ ...minimal, STRIPE_SECRET_KEY: '' }).stripe).toBeUndefined();
  });

  it.each([
    ['is missing', undefined],
    ['is too short', 'short'],
    ['is a known default', 'changeme-changeme-changeme-changeme'],
  ])('stops the start when the secret %s, without showing it', (_how, secret) => {
    const message = refusal({ JWT_SECRET: secret });

    expect(message).toMatch(/^The setting JWT_SECRET .+\.$/);
    expect(message).not.toContain('changeme');
  });

  it('names the setting that cannot be right', () => {
    expect(refusal({ DATABASE_URL: 'mysql://localhost' })).toContain('DATABASE_URL');
    expect(refusal({ PORT: 'eighty' })).toContain('PORT');
  });
});

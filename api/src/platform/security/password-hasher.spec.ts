import { hash } from 'argon2';

import { PasswordHasher } from './password-hasher';

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher();

  it('writes argon2id with the parameters that OWASP asks for (ASVS 11.4.2)', async () => {
    const digest = await hasher.hash('correct horse');

    const [, algorithm, version, parameters = ''] = digest.split('$');
    expect([algorithm, version]).toEqual(['argon2id', 'v=19']);
    expect(parameters.split(',').sort()).toEqual(['m=19456', 'p=1', 't=2']);
  });

  it('recognises the password and no other', async () => {
    const digest = await hasher.hash('correct horse');

    const right = await hasher.inSlot(({ check }) => check('correct horse', digest));
    const wrong = await hasher.inSlot(({ check }) => check('Correct horse', digest));

    expect(right).toEqual({ matches: true, isOutdated: false });
    expect(wrong.matches).toBe(false);
  });

  it('matches nothing when there is no account (ASVS 6.3.8)', async () => {
    const checked = await hasher.inSlot(({ check }) => check('anything', undefined));

    expect(checked).toEqual({ matches: false, isOutdated: false });
  });

  it('notices a digest made with weaker parameters', async () => {
    const old = await hash('correct horse', { memoryCost: 8_192, timeCost: 1, parallelism: 1 });

    const checked = await hasher.inSlot(({ check }) => check('correct horse', old));

    expect(checked).toEqual({ matches: true, isOutdated: true });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { envExample, missingFrom } from './env-example-text.ts';

describe('.env.example', () => {
  const port = { name: 'PORT', description: 'Port.', isMandatory: false, defaultValue: 4000 };
  const secret = {
    name: 'SECRET',
    description: 'Hush.',
    isMandatory: true,
    defaultValue: undefined,
  };

  it('comments out what has a default and leaves the rest to be filled in', () => {
    const text = envExample([port, secret]);

    assert.match(text, /^# Port\.\n# PORT=4000$/m);
    assert.match(text, /^# Hush\.\nSECRET=$/m);
  });

  it('lacks what only the compose file reads', () => {
    const text = envExample([port]);

    assert.deepEqual(missingFrom(text, 'a: ${PORT:-1}\nb: ${SECRET:?set it}\nc: ${SECRET}'), [
      'SECRET',
    ]);
  });
});

import { serverAudits } from 'graphql-http';

import { createTestApp, type TestApp } from '../../testing';

describe('GraphQL over HTTP', () => {
  let test: TestApp;
  let url: string;

  beforeAll(async () => {
    test = await createTestApp();
    url = `http://127.0.0.1:${await test.app.listen()}/graphql`;
  });
  afterAll(() => test.close());

  it.each(serverAudits({ url: () => url, fetchFn: fetch }).map((audit) => [audit.name, audit]))(
    'keeps to the protocol: %s',
    async (_name, audit) => {
      const result = await audit.fn();

      expect(result.status === 'error' ? result.reason : 'kept').toBe('kept');
    },
  );
});

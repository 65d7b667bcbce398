import { Client } from 'pg';

import { serverUrl, templateName } from './test-database';

/** Removes the migrated template. */
export default async function globalTeardown(): Promise<void> {
  const server = new Client({ connectionString: serverUrl() });
  await server.connect();
  await server.query(`DROP DATABASE IF EXISTS ${templateName()} WITH (FORCE)`);
  await server.end();
}

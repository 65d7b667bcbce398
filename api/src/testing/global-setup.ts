import 'reflect-metadata';

import { Client } from 'pg';

import { createDataSource } from '../platform/database/data-source';
import { serverUrl, templateName, withDatabase } from './test-database';

/** Makes the migrated database that every test database is cloned from. */
export default async function globalSetup(): Promise<void> {
  const server = new Client({ connectionString: serverUrl() });
  await server.connect();
  const name = templateName();
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
  const dataSource = createDataSource({
    url: withDatabase(name),
    entities: [],
    poolSize: 1,
    statementTimeoutMs: 60_000,
  });
  await dataSource.initialize();
  await dataSource.runMigrations({ transaction: 'each' });
  await dataSource.destroy();
}

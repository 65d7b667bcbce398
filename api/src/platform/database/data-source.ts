import {
  DataSource,
  type EntityTarget,
  type Logger as TypeOrmLogger,
  type ObjectLiteral,
} from 'typeorm';

import { migrations } from '../../../migrations';
import { preparingClient, StatementNames } from './prepared-statements';

/** Hears of every SQL statement sent; used to count them. */
export type StatementListener = (sql: string) => void;

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly poolSize: number;
  /** Longest a statement may run, in milliseconds. */
  readonly statementTimeoutMs: number;
  /** Whether frequent statements are prepared, as they are by default; some poolers cannot. */
  readonly prepareStatements?: boolean;
  readonly onStatement?: StatementListener;
}

function statementLogger(onStatement: StatementListener): TypeOrmLogger {
  const ignore = (): void => undefined;
  return {
    logQuery: (sql) => onStatement(sql),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}

function prepared(): object {
  return {
    Client: preparingClient(new StatementNames()),
    // Our statements are written so that one plan fits all values. Left to itself PostgreSQL goes on planning each
    // time wherever it hopes for a better plan, which costs several times what such a plan could save.
    options: '-c plan_cache_mode=force_generic_plan',
  };
}

/** The connection pool. Tables are made by migrations alone. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities] as never,
    migrations,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    applicationName: 'cartwright',
    poolSize: options.poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      statement_timeout: options.statementTimeoutMs,
      idle_in_transaction_session_timeout: 30_000,
      ...(options.prepareStatements === false ? {} : prepared()),
    },
    ...(options.onStatement
      ? { logging: ['query'], logger: statementLogger(options.onStatement) }
      : { logging: false }),
  });
}

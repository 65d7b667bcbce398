import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

import type { ContractName } from '../graphql/request-context';
import { type OperationManifest, readManifests } from './operation-manifest';

/** A document that an app of ours sends. */
export interface TrustedOperation {
  readonly hash: string;
  readonly contract: ContractName;
  /** The app that was the last to bring it. */
  readonly app: string;
  readonly name: string;
  readonly body: string;
}

const KEPT_DAYS = 90;
/** The least time between two looks into the database, however many unknown hashes come in. */
const REFRESH_PAUSE_MS = 1_000;
const HASH_FORM = /^[0-9a-f]{64}$/;

/**
 * The documents of the apps' builds, kept in the database: builds that are still out there go on working when
 * a newer API is deployed, and an API that is older than an app learns of its documents when it meets them.
 */
export class TrustedOperations {
  private readonly byHash = new Map<string, TrustedOperation>();
  /** Texts that are sent, asked for by every request: no key is put together for them. */
  private readonly bodies: Readonly<Record<ContractName, Set<string>>> = {
    public: new Set(),
    admin: new Set(),
  };
  private refreshed = Number.NEGATIVE_INFINITY;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    /** Manifests of the builds that are deployed together with this process. */
    private readonly manifestPaths: readonly string[],
    private readonly log: Logger,
  ) {}

  /** Enters what the builds deployed with this process send, and loads what others send. */
  async deploy(): Promise<void> {
    await this.register(await readManifests(this.manifestPaths, this.log));
  }

  /** Enters what these builds send. Safe in several processes at once. */
  async register(manifests: readonly OperationManifest[]): Promise<void> {
    const rows = manifests
      .flatMap(({ app, contract, operations }) =>
        operations.map(({ id, name, body }) => ({ hash: id, contract, app, name, body })),
      )
      // Processes that start at once lock the same rows in the same order.
      .toSorted((one, other) =>
        keyOf(one.hash, one.contract) < keyOf(other.hash, other.contract) ? -1 : 1,
      );
    if (rows.length > 0) {
      await this.dataSource.query(
        `INSERT INTO trusted_operation (hash, contract, app, name, body)
         SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
         ON CONFLICT (hash, contract) DO UPDATE SET last_deployed = now(), app = EXCLUDED.app`,
        [
          rows.map(({ hash }) => hash),
          rows.map(({ contract }) => contract),
          rows.map(({ app }) => app),
          rows.map(({ name }) => name),
          rows.map(({ body }) => body),
        ],
      );
    }
    await this.refresh();
  }

  /** The document with this hash, as far as this process knows by now. */
  known(hash: string, contract: ContractName): TrustedOperation | undefined {
    return this.byHash.get(keyOf(hash, contract));
  }

  /** The document with this hash; the database is asked about unknown ones, at most once a second. */
  async lookup(hash: string, contract: ContractName): Promise<TrustedOperation | undefined> {
    const known = this.known(hash, contract);
    if (known || !HASH_FORM.test(hash)) return known;
    if (this.refreshing || performance.now() - this.refreshed >= REFRESH_PAUSE_MS) {
      this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
      await this.refreshing;
    }
    return this.known(hash, contract);
  }

  /** Whether an app of ours sends exactly this text. */
  isTrusted(body: string, contract: ContractName): boolean {
    return this.bodies[contract].has(body);
  }

  /** Forgets what no deploy has brought for a long time. */
  async forgetOld(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM trusted_operation WHERE last_deployed < now() - make_interval(days => $1)`,
      [KEPT_DAYS],
    );
  }

  private async refresh(): Promise<void> {
    const rows: TrustedOperation[] = await this.dataSource.query(
      `SELECT hash, contract, app, name, body FROM trusted_operation
       WHERE last_deployed > now() - make_interval(days => $1)
         AND NOT (contract || ':' || hash = ANY ($2::text[]))`,
      [KEPT_DAYS, [...this.byHash.keys()]],
    );
    for (const row of rows) {
      this.byHash.set(keyOf(row.hash, row.contract), row);
      this.bodies[row.contract].add(row.body);
    }
    this.refreshed = performance.now();
  }
}

function keyOf(hash: string, contract: ContractName): string {
  return `${contract}:${hash}`;
}

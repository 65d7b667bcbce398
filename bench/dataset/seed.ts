// Fills an empty, migrated database through the API's own commands, in a process of its own.
import { createRequire } from 'node:module';

import { planCollections, type PlannedProduct, planProducts } from './plan-products.ts';

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly { readonly message: string }[] };
interface Transaction {
  afterCommit(work: () => unknown): void;
}
interface Platform {
  readonly transactions: {
    run<T>(work: (tx: Transaction) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  };
  readonly dataSource: { query(sql: string): Promise<unknown> };
  close(): Promise<void>;
}
interface Modules {
  readonly catalog: {
    readonly upsertCollections: {
      run(tx: Transaction, inputs: ReturnType<typeof planCollections>): Promise<Outcome<unknown>>;
    };
    readonly upsertProducts: {
      run(
        tx: Transaction,
        inputs: readonly PlannedProduct[],
      ): Promise<Outcome<{ readonly variations: readonly { readonly id: string }[] }[]>>;
    };
  };
  readonly inventory: {
    readonly stock: {
      setOnHand(
        tx: Transaction,
        counts: readonly { readonly variationId: string; readonly onHand: number }[],
        note: object,
      ): Promise<void>;
    };
  };
}
interface Wiring {
  readonly loadConfig: () => { readonly database: object };
  readonly buildPlatform: (config: object, log: object) => Promise<Platform>;
  readonly buildModules: (platform: Platform, config: object) => Modules;
}

const productsPerTransaction = 250;
const onHand = 1_000_000;
const require = createRequire(import.meta.url);

function granted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
}

async function seed(platform: Platform, { catalog, inventory }: Modules): Promise<void> {
  granted(
    await platform.transactions.run((tx) => catalog.upsertCollections.run(tx, planCollections())),
  );
  const products = planProducts();
  for (let start = 0; start < products.length; start += productsPerTransaction) {
    const batch = products.slice(start, start + productsPerTransaction);
    granted(
      await platform.transactions.run(async (tx) => {
        const outcome = await catalog.upsertProducts.run(tx, batch);
        const counts = granted(outcome).flatMap(({ variations }) =>
          variations.map(({ id }) => ({ variationId: id, onHand })),
        );
        await inventory.stock.setOnHand(tx, counts, {
          kind: 'RECEIPT',
          reason: 'Benchmark',
          actor: { kind: 'system', name: 'bench' },
        });
        return outcome;
      }),
    );
  }
  await platform.dataSource.query('VACUUM ANALYZE');
}

require('reflect-metadata');
const { buildPlatform } = require('../../api/dist/src/app/build-platform.js') as Wiring;
const { buildModules } = require('../../api/dist/src/app/build-modules.js') as Wiring;
const { loadConfig } = require('../../api/dist/src/app/config.js') as Wiring;
const { pino } = require('pino') as { readonly pino: (options: object) => object };

const config = loadConfig();
const platform = await buildPlatform(
  { database: { ...config.database, poolSize: 2 }, redisUrl: undefined },
  pino({ level: 'warn' }),
);
try {
  await seed(platform, buildModules(platform, config));
} finally {
  await platform.close();
}

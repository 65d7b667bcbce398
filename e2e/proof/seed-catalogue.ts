// Fills an empty, migrated database with a small catalogue through the API's own commands, in a process of its own.
import { createRequire } from 'node:module';

import { demoLogins } from '../../tools/launcher/demo-logins.ts';
import { plannedCollections, plannedProducts } from './planned-catalogue.ts';

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly { readonly message: string }[] };
interface Upsert<I, T> {
  run(tx: unknown, inputs: readonly I[]): Promise<Outcome<readonly T[]>>;
}
interface Modules {
  readonly catalog: {
    readonly upsertCollections: Upsert<object, unknown>;
    readonly upsertProducts: Upsert<
      object,
      { readonly variations: readonly { readonly id: string; readonly sku: string }[] }
    >;
  };
  readonly identity: {
    readonly accounts: { ensureStaffMember(member: object): Promise<unknown> };
  };
  readonly inventory: {
    readonly stock: { setOnHand(tx: unknown, counts: object[], note: object): Promise<void> };
  };
}
interface Platform {
  readonly transactions: {
    run<T>(work: (tx: unknown) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  };
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { buildPlatform } = require('../../api/dist/src/app/build-platform.js') as {
  buildPlatform(config: object, log: object): Promise<Platform>;
};
const { buildModules } = require('../../api/dist/src/app/build-modules.js') as {
  buildModules(platform: Platform, config: object): Modules;
};
const { loadConfig } = require('../../api/dist/src/app/config.js') as {
  loadConfig(): { readonly database: object };
};
const { pino } = require('pino') as { pino(options: object): object };

const config = loadConfig();
const platform = await buildPlatform(
  { database: { ...config.database, poolSize: 2 }, redisUrl: undefined },
  pino({ level: 'warn' }),
);
const { catalog, identity, inventory } = buildModules(platform, config);
const products = plannedProducts();
const onHand = new Map(
  products.flatMap(({ variations }) => variations.map((each) => [each.sku, each.onHand])),
);
const outcome = await platform.transactions.run(async (tx) => {
  const collections = await catalog.upsertCollections.run(tx, plannedCollections);
  if (!collections.ok) return collections;
  const made = await catalog.upsertProducts.run(tx, products);
  if (!made.ok) return made;
  const counts = made.value.flatMap(({ variations }) =>
    variations.map(({ id, sku }) => ({ variationId: id, onHand: onHand.get(sku) ?? 0 })),
  );
  const actor = { kind: 'system', name: 'proof' };
  await inventory.stock.setOnHand(tx, counts, { kind: 'RECEIPT', reason: 'Proof', actor });
  return made;
});
await identity.accounts.ensureStaffMember({ ...demoLogins.staff, name: 'Ada', role: 'owner' });
await platform.close();
if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '));

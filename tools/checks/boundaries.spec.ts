import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const configFile = join(root, '.dependency-cruiser.cjs');

interface Config {
  readonly forbidden: readonly {
    readonly name: string;
    readonly comment?: string;
    readonly to: { readonly pathNot?: string | readonly string[] };
  }[];
}
interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const config = createRequire(import.meta.url)(configFile) as Config;

/** Rule, importing file, imported file or package. Every import here must be refused by that rule. */
const violations: readonly (readonly [rule: string, from: string, to: string, type?: 'type'])[] = [
  ['api-module-cart', 'api/src/cart/commands/a.ts', 'api/src/checkout/index.ts'],
  ['api-module-catalog', 'api/src/catalog/a.ts', 'api/src/inventory/index.ts'],
  ['api-module-checkout', 'api/src/checkout/a.ts', 'api/src/identity/index.ts'],
  ['api-module-customers', 'api/src/customers/a.ts', 'api/src/orders/index.ts'],
  ['api-module-demo', 'api/src/demo/a.ts', 'api/src/checkout/index.ts'],
  ['api-module-documents', 'api/src/documents/a.ts', 'api/src/checkout/index.ts'],
  ['api-module-drafts', 'api/src/drafts/a.ts', 'api/src/cart/index.ts'],
  ['api-module-gateway', 'api/src/gateway/a.ts', 'api/src/catalog/index.ts'],
  ['api-module-notifications', 'api/src/notifications/a.ts', 'api/src/checkout/index.ts'],
  ['api-module-gift-cards', 'api/src/gift-cards/a.ts', 'api/src/orders/index.ts'],
  ['api-module-identity', 'api/src/identity/a.ts', 'api/src/cart/index.ts'],
  ['api-module-imports', 'api/src/imports/a.ts', 'api/src/orders/index.ts'],
  ['api-module-inventory', 'api/src/inventory/a.ts', 'api/src/orders/index.ts'],
  ['api-module-media', 'api/src/media/a.ts', 'api/src/catalog/index.ts'],
  ['api-module-orders', 'api/src/orders/a.ts', 'api/src/checkout/index.ts'],
  ['api-module-payments', 'api/src/payments/a.ts', 'api/src/orders/index.ts'],
  ['api-module-pricing', 'api/src/pricing/a.ts', 'api/src/cart/index.ts'],
  ['api-module-promotions', 'api/src/promotions/a.ts', 'api/src/orders/index.ts'],
  ['api-module-shipping', 'api/src/shipping/a.ts', 'api/src/checkout/index.ts'],
  ['api-module-shop', 'api/src/shop/a.ts', 'api/src/catalog/index.ts'],
  ['api-module-tasks', 'api/src/tasks/a.ts', 'api/src/catalog/index.ts'],
  ['api-unknown-module', 'api/src/unheard-of/a.ts', 'api/src/catalog/index.ts'],
  ['api-no-deep-imports', 'api/src/cart/b.ts', 'api/src/catalog/persistence/b.ts'],
  ['api-no-deep-imports', 'api/src/cart/c.ts', 'api/src/catalog/persistence/b.ts', 'type'],
  ['api-no-deep-imports', 'api/src/app/b.ts', 'api/src/catalog/catalog.module.ts'],
  ['api-entries-import-faces', 'api/src/worker.ts', 'api/src/orders/persistence/b.ts'],
  ['api-entries-import-faces', 'api/migrations/1-orders.ts', 'api/src/orders/persistence/b.ts'],
  ['api-domain-is-pure', 'api/src/orders/domain/a.ts', 'api/src/orders/persistence/b.ts'],
  ['api-domain-is-pure', 'api/src/orders/domain/b.ts', 'api/src/platform/module.ts'],
  ['api-domain-is-pure', 'api/src/orders/domain/c.ts', 'typeorm'],
  ['api-domain-is-pure', 'api/src/orders/domain/d.ts', 'type-graphql'],
  ['api-domain-is-pure', 'api/src/orders/domain/e.ts', 'node:fs'],
  ['api-domain-is-pure', 'api/src/imports/retail/domain/a.ts', 'typeorm'],
  [
    'api-persistence-below-commands',
    'api/src/orders/persistence/a.ts',
    'api/src/orders/commands/a.ts',
  ],
  [
    'api-persistence-below-commands',
    'api/src/orders/persistence/c.ts',
    'api/src/orders/graphql/a.ts',
  ],
  ['api-commands-below-graphql', 'api/src/orders/commands/b.ts', 'api/src/orders/graphql/a.ts'],
  ['api-commands-below-graphql', 'api/src/orders/commands/c.ts', 'type-graphql'],
  ['api-wiring-stays-outside', 'api/src/orders/graphql/b.ts', 'api/src/orders/orders.module.ts'],
  ['api-platform-knows-no-module', 'api/src/platform/jobs/a.ts', 'api/src/orders/index.ts'],
  ['api-platform-knows-no-module', 'api/src/platform/jobs/b.ts', 'api/src/app/config.ts'],
  ['api-kernel-knows-nobody', 'api/src/kernel/a.ts', 'api/src/platform/module.ts'],
  ['api-app-is-the-top', 'api/src/orders/b.ts', 'api/src/app/config.ts'],
  ['api-testing-is-for-tests', 'api/src/orders/c.ts', 'api/src/testing/test-app.ts'],
  ['api-testing-is-for-tests', 'api/src/orders/d.ts', 'api/src/orders/testing/an-order.ts'],
  [
    'app-testing-is-for-tests',
    'storefront/src/app/cart/basket/z.ts',
    'storefront/src/app/cart/testing/a-cart.ts',
  ],
  [
    'projects-are-strangers',
    'storefront/src/app/cart/data/y.ts',
    'admin-console/src/app/orders/data/order.ts',
  ],
  ['projects-are-strangers', 'admin-console/src/app/orders/data/y.ts', 'api/src/kernel/money.ts'],
  ['projects-are-strangers', 'api/src/kernel/b.ts', 'storefront/src/app/cart/data/z.ts'],
  [
    'app-domains-are-strangers',
    'storefront/src/app/cart/basket/a.ts',
    'storefront/src/app/orders/data/order.ts',
  ],
  ['app-domains-are-strangers', 'storefront/src/app/cart/basket/c.ts', '#orders/data/order'],
  [
    'app-domains-are-strangers',
    'admin-console/src/app/orders/order-list/a.ts',
    'admin-console/src/app/identity/data/a.ts',
  ],
  [
    'app-shared-knows-no-domain',
    'storefront/src/app/shared/ui/header.ts',
    'storefront/src/app/cart/data/z.ts',
  ],
  [
    'app-data-knows-no-view',
    'storefront/src/app/cart/data/a.ts',
    'storefront/src/app/cart/ui/line.ts',
  ],
  [
    'app-data-knows-no-view',
    'storefront/src/app/cart/data/b.ts',
    'storefront/src/app/cart/basket/z.ts',
  ],
  [
    'app-ui-is-presentational',
    'storefront/src/app/cart/ui/a.ts',
    'storefront/src/app/cart/data/cart-store.ts',
  ],
  [
    'app-ui-is-presentational',
    'storefront/src/app/cart/ui/b.ts',
    'storefront/src/app/cart/basket/z.ts',
  ],
  [
    'app-pages-are-strangers',
    'storefront/src/app/cart/basket/b.ts',
    'storefront/src/app/cart/drawer/z.ts',
  ],
  [
    'app-parts-know-no-page',
    'storefront/src/app/cart/parts/a.ts',
    'storefront/src/app/cart/basket/z.ts',
  ],
  ['no-dev-dependency-in-production', 'api/src/main.ts', 'fast-check'],
  ['no-circular', 'api/src/cart/graphql/one.ts', 'api/src/cart/graphql/other.ts'],
  ['no-unresolvable', 'api/src/cli.ts', './is-not-there'],
];

/** Imports that look alike and are right. */
const allowed: readonly (readonly [from: string, to: string, type?: 'type'])[] = [
  ['api/src/checkout/commands/ok.ts', 'api/src/cart/index.ts'],
  ['api/src/unheard-of/ok.ts', 'api/src/unheard-of/persistence/ok.ts'],
  ['api/src/app/ok.ts', 'api/src/checkout/index.ts'],
  ['api/src/orders/graphql/ok.ts', 'api/src/orders/commands/ok.ts'],
  ['api/src/orders/commands/ok.ts', 'api/src/orders/persistence/ok.ts'],
  ['api/src/orders/persistence/ok.ts', 'typeorm'],
  ['api/src/orders/domain/ok.ts', 'api/src/kernel/money.ts'],
  ['api/src/orders/domain/ok.spec.ts', 'fast-check'],
  ['api/src/orders/index.ts', 'api/src/orders/orders.module.ts'],
  ['api/src/checkout/ok.spec.ts', 'api/src/orders/testing/an-order.ts'],
  ['storefront/src/app/cart/basket/ok.ts', 'storefront/src/app/cart/data/cart-store.ts'],
  ['storefront/src/app/cart/basket/ok2.ts', 'storefront/src/app/shared/ui/button.ts'],
  ['storefront/src/app/cart/ui/ok.ts', 'storefront/src/app/cart/data/cart.generated.ts', 'type'],
  ['storefront/src/app/cart/ui/ok2.ts', 'storefront/src/app/cart/data/cart-totals.ts'],
  ['storefront/src/app/cart/basket/ok4.ts', 'storefront/src/app/cart/parts/live.ts'],
  ['storefront/src/app/cart/parts/ok.ts', 'storefront/src/app/cart/data/cart-store.ts'],
  ['storefront/src/app/cart/basket/ok3.ts', '#shared/ui/button'],
  ['storefront/src/app/shell/ok.ts', 'storefront/src/app/cart/data/cart-store.ts'],
];

/** The way back of a cycle, which is reported where it begins. */
const scenery: typeof allowed = [['api/src/cart/graphql/other.ts', 'api/src/cart/graphql/one.ts']];

function importStatement(from: string, to: string, type?: 'type'): string {
  const path = relative(dirname(from), to).replace(/\.ts$/, '');
  const specifier = !to.includes('/src/') ? to : path.startsWith('.') ? path : `./${path}`;
  return type
    ? `import type { A } from '${specifier}';\nexport type B = A;\n`
    : `import '${specifier}';\n`;
}

describe('the boundaries', () => {
  const house = mkdtempSync(join(tmpdir(), 'boundaries-'));
  let found: Set<string>;

  before(async () => {
    for (const [from, to, type] of [
      ...violations.map(([, ...imported]) => imported),
      ...allowed,
      ...scenery,
    ]) {
      write(from, importStatement(from, to, type));
      if (to.includes('/src/')) write(to, '', 'wx');
    }
    cpSync(join(root, 'storefront', 'tsconfig.json'), join(house, 'storefront', 'tsconfig.json'));
    cpSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'));
    cpSync(join(root, 'package.json'), join(house, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    found = new Set((await cruise()).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
  });
  after(() => rmSync(house, { recursive: true }));

  function write(path: string, content: string, flag: 'w' | 'wx' = 'w'): void {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    try {
      writeFileSync(join(house, path), content, { flag });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }

  async function cruise(): Promise<readonly Violation[]> {
    const depcruise = join(root, 'node_modules', '.bin', 'depcruise');
    const args = ['api', 'storefront', 'admin-console', '--config', configFile, '-T', 'json'];
    const { stdout } = await promisify(execFile)(depcruise, args, {
      cwd: house,
      maxBuffer: 50_000_000,
    }).catch((error: unknown) => error as { readonly stdout: string });
    return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary
      .violations;
  }

  for (const [rule, from, to, type = ''] of violations) {
    it(`${rule}: ${from} may not import ${type} ${to}`, () => {
      const target = to.replace(/^(node:|#)/, '');
      const hits = [...found].filter((hit) => hit.startsWith(`${rule}: ${from} → `));

      assert.ok(
        hits.some((hit) => hit.includes(target)),
        `not refused; found: ${[...found].filter((hit) => hit.includes(from)).join(', ') || 'nothing'}`,
      );
    });
  }

  for (const [from, to] of allowed) {
    it(`${from} may import ${to}`, () => {
      assert.deepEqual(
        [...found].filter((hit) => hit.includes(`: ${from} → `)),
        [],
      );
    });
  }

  it('let no module know another that knows it, over however many others', () => {
    const directions = new Map(
      config.forbidden
        .filter(({ name }) => name.startsWith('api-module-'))
        .map(({ name, to }) => {
          const known = /\((.+)\)/.exec(String(to.pathNot))?.[1]?.split('|') ?? [];
          const module = name.replace('api-module-', '');
          return [module, known.filter((other) => other !== module)];
        }),
    );
    const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const next of directions.get(from) ?? []) {
        if (!seen.has(next)) reached(next, seen.add(next));
      }
      return seen;
    };

    assert.deepEqual(
      [...directions.keys()].filter((module) => reached(module).has(module)),
      [],
    );
  });

  it('are each proven by a violating import and explained by a comment', () => {
    const proven = new Set(violations.map(([rule]) => rule));

    assert.deepEqual(
      config.forbidden
        .filter(({ name, comment }) => !proven.has(name) || !comment)
        .map(({ name }) => name),
      [],
    );
  });
});

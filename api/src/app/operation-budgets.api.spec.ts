import { pino } from 'pino';

import { readManifests } from '../platform/operations/operation-manifest';
import { manifestPaths, readBudgets, updateBudgets } from '../testing/budgets/budget-file';
import { type BudgetShop, openBudgetShop } from '../testing/budgets/budget-shop';
import { judgeBudgets, type Measured } from '../testing/budgets/judge-budgets';
import { budgetName, type Measure, measureOperation } from '../testing/budgets/measure-operation';

/** Both fit on one page of every list. */
const sizes = { short: 3, long: 8 };

interface Outcome {
  readonly measures: Record<string, Measure>;
  readonly failures: string[];
}

async function measureAll(shop: BudgetShop): Promise<Outcome> {
  const outcome: Outcome = { measures: {}, failures: [] };
  for (const manifest of await readManifests(manifestPaths, pino({ level: 'silent' }))) {
    for (const operation of manifest.operations) {
      const name = budgetName(manifest, operation);
      try {
        outcome.measures[name] = await measureOperation(shop, manifest, operation);
      } catch (error) {
        outcome.failures.push(
          `${name} could not be measured; say in api/src/testing/budgets/scenarios.ts how it is called. ${String(error)}`,
        );
      }
    }
  }
  return outcome;
}

type Variations = readonly { readonly id: string }[];
interface ShowsAvailability {
  readonly preloaded: Record<
    'ProductVariation.availability',
    { preload(variations: Variations, context: unknown): Promise<unknown> | undefined }
  >;
}

/** Makes the mistake that budgets are there to find; undone by what it returns. */
function askForEachVariation({ test }: BudgetShop): () => void {
  const resolvers = test.app.modules.all.flatMap((module) => module.resolvers);
  const resolver = resolvers.find(
    ({ constructor }) => constructor.name === 'VariationStockResolver',
  );
  if (!resolver) throw new Error('Variations have a resolver of their stock.');
  const field = (resolver as ShowsAvailability).preloaded['ProductVariation.availability'];
  const { preload } = field;
  field.preload = async (variations, context) => {
    for (const { id } of variations) await test.sql('SELECT $1::text', [id]);
    await preload(variations, context);
  };
  return () => {
    field.preload = preload;
  };
}

describe('the operations of the apps', () => {
  const shops: BudgetShop[] = [];
  let measured: Record<string, Measured>;
  let failures: string[];

  beforeAll(async () => {
    const short = await openBudgetShop(sizes.short, manifestPaths);
    const long = await openBudgetShop(sizes.long, manifestPaths);
    shops.push(short, long);
    const [few, many] = [await measureAll(short), await measureAll(long)];
    failures = [...new Set([...few.failures, ...many.failures])];
    measured = Object.fromEntries(
      Object.entries(few.measures).flatMap(([name, measure]) => {
        const long = many.measures[name];
        return long ? [[name, { short: measure, long }]] : [];
      }),
    );
    updateBudgets(measured);
  }, 120_000);
  afterAll(() => Promise.all(shops.map(({ test }) => test.close())));

  it('can all be measured', () => {
    expect(failures).toEqual([]);
    expect(Object.keys(measured).length).toBeGreaterThanOrEqual(39);
  });

  it('keep to their budgets and send no more statements for longer lists', () => {
    expect(judgeBudgets(readBudgets(), measured)).toEqual([]);
  });

  it('would be found out if one of them sent a statement for each item of a list', async () => {
    const [short, long] = shops;
    if (!short || !long) throw new Error('Both shops are open.');
    const took: Partial<Record<keyof Measured, Measure>> = {};
    for (const [which, shop] of [
      ['short', short],
      ['long', long],
    ] as const) {
      const restore = askForEachVariation(shop);
      const [manifest] = await readManifests(manifestPaths, pino({ level: 'silent' }));
      const operation = manifest?.operations.find(({ name }) => name === 'ProductPage');
      if (!manifest || !operation) throw new Error('The storefront shows products.');
      took[which] = await measureOperation(shop, manifest, operation);
      restore();
    }

    const wrong = judgeBudgets(readBudgets(), {
      ...measured,
      'storefront.ProductPage': took as Measured,
    });

    expect(wrong).toEqual([
      expect.stringMatching(/^storefront.ProductPage sends \d+ statements for short lists and/),
      expect.stringMatching(/^storefront.ProductPage takes \d+ statements, and its budget is/),
    ]);
  });
});

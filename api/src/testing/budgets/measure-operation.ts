import { getOperationAST, type GraphQLSchema, parse, subscribe } from 'graphql';

import { LoaderScope } from '../../platform/graphql/loader-scope';
import { OperationCosts } from '../../platform/graphql/operation-cost';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { OperationManifest } from '../../platform/operations/operation-manifest';
import { eventually } from '../eventually';
import type { BudgetShop } from './budget-shop';
import type { Scenario } from './scenario';
import { scenarioOf } from './scenarios';

/** What an operation takes. */
export interface Measure {
  readonly cost: number;
  /** SQL statements, those that find out who is asking and open a transaction included. */
  readonly statements: number;
  /** The most that were sent when it was repeated: what two lists have in common comes in one batch or in two. */
  readonly mostStatements?: number;
  /** Length of the answer. */
  readonly bytes: number;
}

type ManifestOperation = OperationManifest['operations'][number];

/** Under which name an operation is budgeted. */
export function budgetName({ app }: OperationManifest, { name }: ManifestOperation): string {
  return `${app}.${name}`;
}

const REPEATS = 3;

/** Sends one operation of an app as its scenario says, queries several times, and tells what it took at least. */
export async function measureOperation(
  shop: BudgetShop,
  manifest: OperationManifest,
  operation: ManifestOperation,
): Promise<Measure> {
  const first = await measureOnce(shop, manifest, operation);
  if (!operation.body.startsWith('query')) return first;
  const counts = [first.statements];
  while (counts.length < REPEATS) {
    counts.push((await measureOnce(shop, manifest, operation)).statements);
  }
  return { ...first, statements: Math.min(...counts), mostStatements: Math.max(...counts) };
}

async function measureOnce(
  shop: BudgetShop,
  manifest: OperationManifest,
  operation: ManifestOperation,
): Promise<Measure> {
  const { contract } = manifest;
  const prepare = scenarioOf(budgetName(manifest, operation));
  const scenario: Scenario = prepare
    ? await prepare(shop)
    : { client: contract === 'admin' ? shop.staff : shop.customer };
  const cost = costOf(shop.test.app.contracts[contract], operation.body, scenario.variables ?? {});
  if (operation.body.startsWith('subscription')) {
    return { cost, ...(await followOnce(shop, contract, operation.body, scenario)) };
  }
  const { statements } = shop.test;
  statements.length = 0;
  const { data, errors } = await scenario.client.send(operation.body, scenario.variables ?? {});
  const sent = statements.length;
  const refusals = Object.values((data as Record<string, unknown> | null) ?? {}).flatMap(
    (field) => (field as { userErrors?: { code: string }[] } | null)?.userErrors ?? [],
  );
  const { refusedWith } = scenario;
  if (errors || refusals.some(({ code }) => code !== refusedWith)) {
    throw new Error(`${operation.name} was refused: ${JSON.stringify(errors ?? refusals)}`);
  }
  return { cost, statements: sent, bytes: Buffer.byteLength(JSON.stringify({ data })) };
}

function costOf(schema: GraphQLSchema, body: string, variables: Record<string, unknown>): number {
  const document = parse(body);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('A document of an app has one operation.');
  return new OperationCosts(schema).costOf(document, operation, variables);
}

/** What hearing of one event takes: what happens with a listener takes, less what it takes without. */
async function followOnce(
  shop: BudgetShop,
  contract: RequestContext['contract'],
  body: string,
  { client, variables = {}, happening }: Scenario,
): Promise<Omit<Measure, 'cost'>> {
  const { app, statements } = shop.test;
  if (!happening) throw new Error('A subscription is measured by what it hears of.');
  statements.length = 0;
  await happening.unheard();
  const withoutListener = statements.length;
  const contextValue = {
    requestId: 'budget',
    contract,
    viewer: await app.modules.authenticate(client.accessToken, contract),
    loaders: new LoaderScope(),
    log: app.platform.log,
    clientAddress: '127.0.0.1',
    cookies: {},
    header: () => undefined,
    setCookie: () => undefined,
  } satisfies RequestContext;
  const schema = app.contracts[contract];
  statements.length = 0;
  const events = await subscribe({
    schema,
    document: parse(body),
    variableValues: variables,
    contextValue,
  });
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events.errors));
  let heard: { readonly data?: unknown; readonly errors?: unknown } | undefined;
  const listening = (async () => {
    // What was there before is replayed first; the step is the last.
    for await (const event of events) heard = event;
  })();
  // Else the state may be read late and tell of what happens, and the event of it is never seen.
  if (happening.startsWithState) await eventually(() => heard !== undefined);
  const opened = statements.length;
  await happening.heard();
  await eventually(() => heard !== undefined && happening.isToldBy(JSON.stringify(heard)));
  const sent = statements.length;
  await events.return();
  await listening;
  if (heard?.errors) throw new Error(JSON.stringify(heard.errors));
  return {
    statements: Math.max(sent - withoutListener, opened),
    bytes: Buffer.byteLength(JSON.stringify({ data: heard?.data })),
  };
}

import type { Measure } from './measure-operation';

/** What each operation may take, by its name. */
export type Budgets = Readonly<Record<string, Measure>>;

/** What an operation took with short lists and with long ones. */
export interface Measured {
  readonly short: Measure;
  readonly long: Measure;
}

const BYTES_STEP = 500;
/** Longer lists have less in common, so one batch may become two; a statement for each item is many more. */
const SPLIT_BATCHES = 1;

/** The line for what was measured. Answers vary by some characters, so their length is rounded up. */
export function lineFor({ short, long }: Measured): Measure {
  return {
    cost: Math.max(short.cost, long.cost),
    statements: Math.max(...[short, long].map((each) => each.mostStatements ?? each.statements)),
    bytes: Math.ceil((Math.max(short.bytes, long.bytes) * 1.05) / BYTES_STEP) * BYTES_STEP,
  };
}

/** Everything that is wrong with the operations, each in one sentence; empty when they keep to their budgets. */
export function judgeBudgets(
  budgets: Budgets,
  measured: Readonly<Record<string, Measured>>,
): readonly string[] {
  const wrong = Object.entries(measured).flatMap(([name, took]) => {
    const grown =
      took.long.statements > took.short.statements + SPLIT_BATCHES
        ? [
            `${name} sends ${took.short.statements} statements for short lists and ${took.long.statements} for long ones: load what belongs to a list at once.`,
          ]
        : [];
    const line = budgets[name];
    if (!line) return [...grown, `${name} has no budget; see it and run npm run budgets:update.`];
    const over = (['cost', 'statements', 'bytes'] as const).flatMap((what) => {
      const most = Math.max(took.short[what], took.long[what]);
      return most > line[what]
        ? [`${name} takes ${most} ${what}, and its budget is ${line[what]}.`]
        : [];
    });
    return [...grown, ...over];
  });
  const gone = Object.keys(budgets)
    .filter((name) => !(name in measured))
    .map((name) => `${name} has a budget and is no operation of the apps any more.`);
  return [...wrong, ...gone];
}

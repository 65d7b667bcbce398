import { parseArgs } from 'node:util';

import { Refusal } from '../tools/launcher/refusal.ts';

/** What a run of the benchmark was asked to do. */
export interface BenchOptions {
  /** How long one measurement of one scenario lasts. */
  readonly seconds: number;
  /** How often each scenario is measured. */
  readonly rounds: number;
  readonly connections: number;
  /** How many follow the one order of the fan-out. */
  readonly subscribers: number;
  /** How many follow orders to which nothing happens. */
  readonly idleSubscribers: number;
  /** Ids or groups of the scenarios to run; all when empty. */
  readonly only: readonly string[];
  /** Whether this run becomes what later runs are compared with. */
  readonly saveBaseline: boolean;
}

type NumberOption = 'seconds' | 'rounds' | 'connections' | 'subscribers' | 'idle-subscribers';

const usage = `Usage: npm run bench -- [--quick] [--only NAME[,NAME…]] [--seconds N] [--rounds N]
  [--connections N] [--subscribers N] [--idle-subscribers N] [--save-baseline]`;

/** Reads the command line and refuses what cannot be meant. */
export function readOptions(args: readonly string[]): BenchOptions {
  const values = parse(args);
  const only = values.only?.flatMap((names) => names.split(',').filter(Boolean)) ?? [];
  if (values['save-baseline'] && (values.quick || only.length > 0)) {
    throw new Refusal('A baseline needs a whole run: without --quick and --only.');
  }
  const either = (name: NumberOption, quick: number, whole: number, most: number) =>
    wholeNumber(name, values[name], most) ?? (values.quick ? quick : whole);
  return {
    seconds: either('seconds', 1, 3, 120),
    rounds: either('rounds', 1, 3, 9),
    connections: either('connections', 16, 16, 128),
    subscribers: either('subscribers', 100, 1_000, 20_000),
    idleSubscribers: either('idle-subscribers', 1_000, 10_000, 50_000),
    only,
    saveBaseline: values['save-baseline'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true },
        seconds: { type: 'string' },
        rounds: { type: 'string' },
        connections: { type: 'string' },
        subscribers: { type: 'string' },
        'idle-subscribers': { type: 'string' },
        'save-baseline': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function wholeNumber(name: string, value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Refusal(`--${name} must be a number from 1 to ${most}, not "${value}".`);
}

import { parseArgs } from 'node:util';

import { Refusal } from '../tools/launcher/refusal.ts';

/** What a run of the benchmark was asked to do. */
export interface BenchOptions {
  /** How long one measurement of one scenario lasts. */
  readonly seconds: number;
  readonly connections: number;
  /** How many follow the one order of the fan-out. */
  readonly subscribers: number;
  /** Whether this run becomes what later runs are compared with. */
  readonly saveBaseline: boolean;
}

const usage =
  'Usage: npm run bench -- [--quick] [--seconds N] [--connections N] [--subscribers N] [--save-baseline]';

/** Reads the command line and refuses what cannot be meant. */
export function readOptions(args: readonly string[]): BenchOptions {
  const values = parse(args);
  return {
    seconds: wholeNumber('--seconds', values.seconds, 120) ?? (values.quick ? 1 : 5),
    connections: wholeNumber('--connections', values.connections, 128) ?? 16,
    subscribers:
      wholeNumber('--subscribers', values.subscribers, 20_000) ?? (values.quick ? 100 : 1_000),
    saveBaseline: values['save-baseline'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        seconds: { type: 'string' },
        connections: { type: 'string' },
        subscribers: { type: 'string' },
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
  throw new Refusal(`${name} must be a number from 1 to ${most}, not "${value}".`);
}

import { z } from 'zod';

import { fromDecimal } from '../../kernel/money';
import { accepted, type Refusal, type Result } from '../../kernel/result';
import {
  type Band,
  type BandProblem,
  bandProblem,
  type Rate,
  type RateKind,
} from '../domain/rates';

const money = z.object({ amount: z.string(), currencyCode: z.string() });
const grams = z.number().int().min(0, 'A weight is not negative.');
const days = z
  .number()
  .int()
  .min(0, 'Days are not negative.')
  .max(365, 'A year at most.')
  .nullish();

/** What a way of delivery costs in one zone, as staff enter it. */
export const rateInput = z
  .object({
    zoneId: z.string(),
    price: money.nullish(),
    weightBands: z
      .array(z.object({ fromGrams: grams, belowGrams: grams.nullish(), price: money }))
      .max(100)
      .nullish(),
    subtotalBands: z
      .array(z.object({ from: money, below: money.nullish(), price: money }))
      .max(100)
      .nullish(),
    freeFrom: money.nullish(),
    minDays: days,
    maxDays: days,
  })
  .superRefine(({ price, weightBands, subtotalBands, minDays, maxDays }, context) => {
    const problem = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    const said = [price, weightBands, subtotalBands].filter(isSaid);
    if (said.length !== 1) problem('price', 'Give one price, or bands of weight, or of subtotal.');
    if (isSaid(minDays) !== isSaid(maxDays)) problem('maxDays', 'Give both or neither.');
    if (isSaid(minDays) && isSaid(maxDays) && minDays > maxDays) {
      problem('maxDays', 'This is less than at least.');
    }
  });

type RateInput = z.output<typeof rateInput>;
type MoneyInput = z.output<typeof money>;

/** Reads amounts of one currency and notes which ones are none. */
class Amounts {
  readonly refusals: Refusal[] = [];

  constructor(
    private readonly currencyCode: string,
    private readonly path: readonly string[],
  ) {}

  read({ amount, currencyCode }: MoneyInput, ...path: string[]): bigint {
    const value =
      currencyCode === this.currencyCode ? fromDecimal(amount, currencyCode) : undefined;
    if (value && value.amountMinor >= 0n) return value.amountMinor;
    this.refuse(`Give an amount of ${this.currencyCode} that is not negative.`, ...path);
    return 0n;
  }

  refuse(message: string, ...path: string[]): void {
    this.refusals.push({ code: 'INVALID_INPUT', message, path: [...this.path, ...path] });
  }
}

/** The rates by zone, or everything that is wrong with them. */
export function readRates(
  inputs: readonly RateInput[],
  currencyCode: string,
): Result<ReadonlyMap<string, Rate>> {
  const rates = new Map<string, Rate>();
  const refusals: Refusal[] = [];
  for (const [index, input] of inputs.entries()) {
    const amounts = new Amounts(currencyCode, ['rates', String(index)]);
    const rate = readRate(input, amounts);
    if (rates.has(input.zoneId)) amounts.refuse('This zone has a rate already.', 'zoneId');
    rates.set(input.zoneId, rate);
    refusals.push(...amounts.refusals);
  }
  return refusals.length > 0 ? { ok: false, refusals } : accepted(rates);
}

function readRate(input: RateInput, amounts: Amounts): Rate {
  const { freeFrom, minDays, maxDays } = input;
  const { kind, bands, field } = readBands(input, amounts);
  const problem = amounts.refusals.length === 0 ? bandProblem(bands) : undefined;
  if (problem) amounts.refuse(problem.message, ...pathOf(problem, field));
  return {
    kind,
    bands,
    freeFromMinor: isSaid(freeFrom) ? amounts.read(freeFrom, 'freeFrom') : undefined,
    minDays: minDays ?? undefined,
    maxDays: maxDays ?? undefined,
  };
}

interface ReadBands {
  readonly kind: RateKind;
  readonly bands: readonly Band[];
  readonly field: 'price' | 'weightBands' | 'subtotalBands';
}

function readBands({ price, weightBands, subtotalBands }: RateInput, amounts: Amounts): ReadBands {
  if (isSaid(weightBands)) {
    const field = 'weightBands';
    const bands = weightBands.map(({ fromGrams, belowGrams, price: each }, index) => ({
      from: BigInt(fromGrams),
      below: isSaid(belowGrams) ? BigInt(belowGrams) : undefined,
      priceMinor: amounts.read(each, field, String(index), 'price'),
    }));
    return { kind: 'WEIGHT', bands, field };
  }
  if (isSaid(subtotalBands)) {
    const field = 'subtotalBands';
    const bands = subtotalBands.map(({ from, below, price: each }, index) => ({
      from: amounts.read(from, field, String(index), 'from'),
      below: isSaid(below) ? amounts.read(below, field, String(index), 'below') : undefined,
      priceMinor: amounts.read(each, field, String(index), 'price'),
    }));
    return { kind: 'SUBTOTAL', bands, field };
  }
  const priceMinor = isSaid(price) ? amounts.read(price, 'price') : 0n;
  return { kind: 'FLAT', bands: [{ from: 0n, below: undefined, priceMinor }], field: 'price' };
}

const gramFields = { from: 'fromGrams', below: 'belowGrams', price: 'price' } as const;

function pathOf({ index, field }: BandProblem, list: ReadBands['field']): string[] {
  if (list === 'price') return ['price'];
  return [list, String(index), list === 'weightBands' ? gramFields[field] : field];
}

function isSaid<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

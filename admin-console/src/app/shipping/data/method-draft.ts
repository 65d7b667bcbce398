import { applyEach, required, type SchemaPathTree, validate } from '@angular/forms/signals';

import { codeRule, isAmount } from '../../shared/form/rules';
import type {
  ShippingMethodSetInput,
  ShippingRateInput,
} from '../../shared/graphql/types.generated';
import type { MethodFieldsFragment } from './shipping-fragments.generated';

type Rate = MethodFieldsFragment['rates'][number];

/** One step of a price by weight or subtotal; it ends where the next begins. */
export interface BandDraft {
  readonly from: string;
  readonly price: string;
}

/** What delivery costs in a zone, as it is edited. */
export interface RateDraft {
  readonly zoneId: string;
  readonly kind: string;
  readonly price: string;
  readonly bands: readonly BandDraft[];
  /** Where the last band ends; empty when it never does. */
  readonly limit: string;
  readonly freeFrom: string;
  readonly minDays: string;
  readonly maxDays: string;
}

/** A way of delivery as it is edited. */
export interface MethodDraft {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly isActive: boolean;
  readonly rates: readonly RateDraft[];
}

export const rateKinds = [
  { value: 'flat', label: 'One price' },
  { value: 'weight', label: 'By weight' },
  { value: 'subtotal', label: 'By subtotal' },
] as const;

/** A way of delivery that is offered nowhere yet. */
export const blankMethod: MethodDraft = {
  code: '',
  name: '',
  description: '',
  isActive: true,
  rates: [],
};

/** A price for a zone that had none. */
export function newRate(zoneId: string): RateDraft {
  return {
    zoneId,
    kind: 'flat',
    price: '',
    bands: [{ from: '0', price: '' }],
    limit: '',
    freeFrom: '',
    minDays: '',
    maxDays: '',
  };
}

/** A way of delivery, ready to be edited. */
export function toMethodDraft(method: MethodFieldsFragment): MethodDraft {
  const { code, name, description, isActive, rates } = method;
  return { code, name, description, isActive, rates: rates.map(toRateDraft) };
}

function toRateDraft(rate: Rate): RateDraft {
  const { zoneId, price, weightBands, subtotalBands, freeFrom, minDays, maxDays } = rate;
  const bands =
    weightBands?.map((band) => ({ from: String(band.fromGrams), price: band.price.amount })) ??
    subtotalBands?.map((band) => ({ from: band.from.amount, price: band.price.amount }));
  const lightest = weightBands?.at(-1)?.belowGrams ?? undefined;
  return {
    ...newRate(zoneId),
    kind: weightBands ? 'weight' : subtotalBands ? 'subtotal' : 'flat',
    price: price?.amount ?? '',
    ...(bands && { bands }),
    limit: lightest === undefined ? (subtotalBands?.at(-1)?.below?.amount ?? '') : String(lightest),
    freeFrom: freeFrom?.amount ?? '',
    minDays: minDays === null ? '' : String(minDays),
    maxDays: maxDays === null ? '' : String(maxDays),
  };
}

/** What a draft is sent as, in the shop's currency. */
export function toMethodInput(draft: MethodDraft, currencyCode: string): ShippingMethodSetInput {
  return {
    code: draft.code,
    name: draft.name.trim(),
    description: draft.description.trim(),
    isActive: draft.isActive,
    rates: draft.rates.map((rate) => toRateInput(rate, currencyCode)),
  };
}

function toRateInput(rate: RateDraft, currencyCode: string): ShippingRateInput {
  const money = (amount: string) => ({ amount: amount.trim(), currencyCode });
  const ends = rate.bands.slice(1).map(({ from }) => from);
  const endOf = (index: number) => ends[index] ?? (rate.limit.trim() || undefined);
  return {
    zoneId: rate.zoneId,
    ...(rate.kind === 'flat' && { price: money(rate.price) }),
    ...(rate.kind === 'weight' && {
      weightBands: rate.bands.map(({ from, price }, index) => {
        const below = endOf(index);
        return {
          fromGrams: Number(from),
          ...(below !== undefined && { belowGrams: Number(below) }),
          price: money(price),
        };
      }),
    }),
    ...(rate.kind === 'subtotal' && {
      subtotalBands: rate.bands.map(({ from, price }, index) => {
        const below = endOf(index);
        return {
          from: money(from),
          ...(below !== undefined && { below: money(below) }),
          price: money(price),
        };
      }),
    }),
    ...(rate.freeFrom.trim() && { freeFrom: money(rate.freeFrom) }),
    ...(rate.minDays.trim() && { minDays: Number(rate.minDays) }),
    ...(rate.maxDays.trim() && { maxDays: Number(rate.maxDays) }),
  };
}

/** Where the form has what the server names: bands of either kind are one list here. */
export function placeInMethod(path: readonly string[]): readonly string[] {
  const [rates, index, field, band, part] = path;
  if (rates !== 'rates' || index === undefined || field === undefined) return path;
  if (field !== 'weightBands' && field !== 'subtotalBands') return ['rates', index, field];
  if (band === undefined) return ['rates', index, 'limit'];
  const place = part === 'price' ? 'price' : 'from';
  return ['rates', index, 'bands', band, place];
}

/** What must be right before a way of delivery is sent. */
export function methodRules(path: SchemaPathTree<MethodDraft>): void {
  codeRule(path.code);
  required(path.name, { message: 'Say what shoppers know it by.' });
  applyEach(path.rates, (rate) => {
    validate(rate.price, ({ value, valueOf }) =>
      valueOf(rate.kind) !== 'flat' || isAmount(value()) ? undefined : anAmount,
    );
    applyEach(rate.bands, (band) => {
      validate(band.from, ({ value, valueOf }) =>
        valueOf(rate.kind) === 'flat' || isAmount(value()) ? undefined : anAmount,
      );
      validate(band.price, ({ value, valueOf }) =>
        valueOf(rate.kind) === 'flat' || isAmount(value()) ? undefined : anAmount,
      );
    });
    validate(rate.freeFrom, ({ value }) => (!value() || isAmount(value()) ? undefined : anAmount));
    for (const days of [rate.minDays, rate.maxDays]) {
      validate(days, ({ value }) =>
        /^\d{0,3}$/.test(value().trim()) ? undefined : { kind: 'days', message: 'Whole days.' },
      );
    }
  });
}

const anAmount = { kind: 'amount', message: 'A number from 0 on.' };

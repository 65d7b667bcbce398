import { z } from 'zod';

import { currencyExponent, fromDecimal } from '../../kernel/money';
import { percentToPpm } from '../../kernel/percent';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import { expectedVersionInput, idInput, optionalText } from '../../platform/graphql/input-schemas';
import type { Benefit, PromotionConditions, PromotionTier, Reduction } from '../../pricing';
import { couponKey, isCouponKey } from '../domain/coupon-code';
import type { NamedTargets, PromotionRecord } from '../persistence/promotion.record';

const MOST_TIERS = 20;
const MOST_TARGETS = 500;
const LARGEST_LIMIT = 10_000_000;

const promotionClass = z.enum(['LINE', 'ORDER', 'SHIPPING']);
const limit = z.number().int().min(1, 'A limit is at least one.').max(LARGEST_LIMIT).nullish();
const ids = z.array(idInput).max(MOST_TARGETS).nullish();
const units = z.number().int().min(1).max(1_000).nullish();

const benefit = z.object({
  kind: z.enum(['PERCENTAGE', 'FIXED', 'TIERED', 'BUY_X_GET_Y', 'FREE_SHIPPING', 'GIFT']),
  percentOff: z.string().nullish(),
  amountOff: z.string().nullish(),
  tierMeasure: z.enum(['QUANTITY', 'SUBTOTAL']).nullish(),
  tiers: z
    .array(
      z.object({
        from: z.string(),
        percentOff: z.string().nullish(),
        amountOff: z.string().nullish(),
      }),
    )
    .max(MOST_TIERS, `A promotion has ${MOST_TIERS} tiers at most.`)
    .nullish(),
  buyQuantity: units,
  getQuantity: units,
  giftVariationId: idInput.nullish(),
  giftQuantity: units,
});

const targets = z.object({
  productIds: ids,
  collectionIds: ids,
  attributes: z
    .array(z.object({ name: z.string().trim().min(1), value: z.string().trim() }))
    .max(MOST_TARGETS)
    .nullish(),
});

const conditions = z.object({
  minSubtotal: z.string().nullish(),
  minQuantity: z.number().int().min(1).max(1_000_000).nullish(),
  customerGroup: z.string().nullish(),
  firstOrderOnly: z.boolean().nullish(),
});

/** A code as somebody may enter it. */
export const couponCodeInput = z
  .string()
  .transform(couponKey)
  .refine(isCouponKey, 'A code has 3 to 40 characters.');

export const promotionInput = z
  .object({
    name: z.string().trim().min(1, 'Give a name.').max(100),
    class: promotionClass,
    isActive: z.boolean(),
    requiresCode: z.boolean(),
    code: couponCodeInput.nullish(),
    priority: z.number().int().min(-1_000).max(1_000),
    exclusiveGroup: optionalText(100),
    combinesWith: z.array(promotionClass).max(3),
    benefit,
    targets: targets.nullish(),
    conditions: conditions.nullish(),
    startsAt: z.date().nullish(),
    endsAt: z.date().nullish(),
    usageLimit: limit,
    customerLimit: limit,
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, {
    path: ['endsAt'],
    message: 'A promotion ends after it has begun.',
  })
  .refine(({ code, requiresCode }) => !code || requiresCode, {
    path: ['code'],
    message: 'An automatic promotion has no codes.',
  });
export const promotionUpdateInput = promotionInput.and(
  z.object({ promotionId: idInput, expectedVersion: expectedVersionInput }),
);
export const promotionRemoveInput = z.object({ promotionId: idInput });

export type PromotionInput = z.output<typeof promotionInput>;
type BenefitInput = PromotionInput['benefit'];

/** What the input says of a promotion, in minor units of a currency. */
export type StatedPromotion = Omit<PromotionRecord, 'id' | 'version'>;

/** Reads the amounts of an input, or says which of them are none. */
export function statedPromotion(
  input: PromotionInput,
  currencyCode: string,
): Result<StatedPromotion> {
  const read = readBenefit(input, currencyCode);
  const minSubtotal = input.conditions?.minSubtotal;
  const minSubtotalMinor = minSubtotal == null ? undefined : amountOf(minSubtotal, currencyCode);
  const refusals = read.ok ? [] : [...read.refusals];
  if (minSubtotal != null && minSubtotalMinor === undefined) {
    refusals.push(noAmount(currencyCode, 'conditions', 'minSubtotal'));
  }
  if (!read.ok || refusals.length > 0) return { ok: false, refusals };
  const { name, isActive, requiresCode, priority, combinesWith } = input;
  return accepted({
    ...{ name, isActive, requiresCode, priority, currencyCode },
    class: input.class,
    combinesWith: [...new Set(combinesWith)],
    exclusiveGroup: input.exclusiveGroup ?? null,
    benefit: read.value,
    targets: statedTargets(input.targets),
    conditions: statedConditions(input.conditions, minSubtotalMinor),
    startsAt: input.startsAt ?? null,
    endsAt: input.endsAt ?? null,
    usageLimit: input.usageLimit ?? null,
    // Of two first orders at once only one is the first.
    customerLimit: input.conditions?.firstOrderOnly ? 1 : (input.customerLimit ?? null),
  });
}

function readBenefit(
  { class: level, benefit: stated }: PromotionInput,
  currencyCode: string,
): Result<Benefit> {
  const isDelivery = stated.kind === 'FREE_SHIPPING';
  if (isDelivery !== (level === 'SHIPPING')) {
    return refused(invalid('Free shipping, and nothing else, is of the class SHIPPING.', 'class'));
  }
  switch (stated.kind) {
    case 'FREE_SHIPPING':
      return accepted({ kind: 'FREE_SHIPPING' });
    case 'GIFT':
      return readGift(stated, level);
    case 'BUY_X_GET_Y':
      return readBuyXGetY(stated, level);
    case 'TIERED':
      return readTiers(stated, currencyCode);
    case 'PERCENTAGE':
    case 'FIXED': {
      const field = stated.kind === 'FIXED' ? 'amountOff' : 'percentOff';
      const reduction = readReduction({ [field]: stated[field] }, currencyCode, ['benefit', field]);
      return reduction.ok ? accepted({ kind: 'REDUCTION', reduction: reduction.value }) : reduction;
    }
  }
}

function readGift(stated: BenefitInput, level: PromotionInput['class']): Result<Benefit> {
  if (level !== 'ORDER') return refused(invalid('A gift is of the class ORDER.', 'class'));
  const { giftVariationId, giftQuantity } = stated;
  if (!giftVariationId) {
    return refused(invalid('Choose the gift.', 'benefit', 'giftVariationId'));
  }
  return accepted({ kind: 'GIFT', variationId: giftVariationId, quantity: giftQuantity ?? 1 });
}

function readBuyXGetY(stated: BenefitInput, level: PromotionInput['class']): Result<Benefit> {
  if (level !== 'LINE') return refused(invalid('Buy X get Y is of the class LINE.', 'class'));
  const { buyQuantity, getQuantity, percentOff } = stated;
  const offPpm = percentToPpm(percentOff ?? '100');
  const refusals = [
    ...(buyQuantity ? [] : [invalid('Say how many are to be bought.', 'benefit', 'buyQuantity')]),
    ...(getQuantity ? [] : [invalid('Say how many cost less.', 'benefit', 'getQuantity')]),
    ...(offPpm === undefined ? [noPercentage('benefit', 'percentOff')] : []),
  ];
  if (!buyQuantity || !getQuantity || offPpm === undefined) return { ok: false, refusals };
  return accepted({ kind: 'BUY_X_GET_Y', buyQuantity, getQuantity, offPpm });
}

function readTiers({ tierMeasure, tiers }: BenefitInput, currencyCode: string): Result<Benefit> {
  if (!tierMeasure) {
    return refused(invalid('Say what the tiers count.', 'benefit', 'tierMeasure'));
  }
  if (!tiers || tiers.length === 0) {
    return refused(invalid('Give at least one tier.', 'benefit', 'tiers'));
  }
  const refusals: Refusal[] = [];
  const read = tiers.flatMap(({ from, percentOff, amountOff }, index): PromotionTier[] => {
    const path = ['benefit', 'tiers', String(index)];
    const reached = tierMeasure === 'SUBTOTAL' ? amountOf(from, currencyCode) : unitsOf(from);
    if (reached === undefined) refusals.push(invalid('Say where it begins.', ...path, 'from'));
    const field = amountOff == null ? 'percentOff' : 'amountOff';
    const reduction = readReduction({ percentOff, amountOff }, currencyCode, [...path, field]);
    if (!reduction.ok) refusals.push(...reduction.refusals);
    return reached !== undefined && reduction.ok
      ? [{ from: reached, reduction: reduction.value }]
      : [];
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const inOrder = read.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return accepted({ kind: 'TIERED', measure: tierMeasure, tiers: inOrder });
}

function readReduction(
  {
    percentOff,
    amountOff,
  }: { percentOff?: string | null | undefined; amountOff?: string | null | undefined },
  currencyCode: string,
  path: readonly string[],
): Result<Reduction> {
  if (percentOff != null && amountOff != null) {
    return refused(invalid('Give a percentage or an amount, not both.', ...path));
  }
  if (amountOff != null) {
    const amountMinor = amountOf(amountOff, currencyCode);
    return amountMinor === undefined
      ? refused(noAmount(currencyCode, ...path))
      : accepted({ kind: 'AMOUNT', amountMinor });
  }
  const offPpm = percentToPpm(percentOff ?? '');
  return offPpm === undefined
    ? refused(path.at(-1) === 'amountOff' ? noAmount(currencyCode, ...path) : noPercentage(...path))
    : accepted({ kind: 'PERCENT', offPpm });
}

function statedTargets(stated: PromotionInput['targets']): NamedTargets {
  const { productIds, collectionIds, attributes } = stated ?? {};
  return {
    ...(productIds?.length && { productIds }),
    ...(collectionIds?.length && { collectionIds }),
    ...(attributes?.length && { attributes }),
  };
}

function statedConditions(
  stated: PromotionInput['conditions'],
  minSubtotalMinor: bigint | undefined,
): PromotionConditions {
  const { minQuantity, customerGroup, firstOrderOnly } = stated ?? {};
  return {
    ...(minSubtotalMinor !== undefined && { minSubtotalMinor }),
    ...(minQuantity != null && { minQuantity }),
    ...(customerGroup && { customerGroup }),
    ...(firstOrderOnly && { firstOrderOnly }),
  };
}

function amountOf(text: string, currencyCode: string): bigint | undefined {
  const value = fromDecimal(text, currencyCode);
  return value && value.amountMinor >= 0n ? value.amountMinor : undefined;
}

function unitsOf(text: string): bigint | undefined {
  return /^[1-9]\d{0,6}$/.test(text) ? BigInt(text) : undefined;
}

function invalid(message: string, ...path: string[]): Refusal {
  return { code: 'INVALID_INPUT', message, path };
}

function noPercentage(...path: string[]): Refusal {
  return invalid('Give a percentage from 0 to 100.', ...path);
}

function noAmount(currencyCode: string, ...path: string[]): Refusal {
  const decimals = currencyExponent(currencyCode);
  return invalid(`Give an amount of ${currencyCode} with at most ${decimals} decimals.`, ...path);
}

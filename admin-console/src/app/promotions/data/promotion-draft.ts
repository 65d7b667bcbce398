import { applyEach, required, type SchemaPathTree, validate } from '@angular/forms/signals';

import { isAmount, isPercent, wholeNumberRule } from '../../shared/form/rules';
import { fromLocalField, toLocalField } from '../../shared/format/time';
import type {
  PromotionBenefitInput,
  PromotionClass,
  PromotionCreateInput,
  PromotionKind,
  PromotionTierMeasure,
} from '../../shared/graphql/types.generated';
import type { PromotionFieldsFragment } from './promotion-fragments.generated';

/** One step of a tiered discount, as it is edited. */
export interface TierDraft {
  readonly from: string;
  readonly kind: string;
  readonly amount: string;
}

/** Something that is named by its id, with what people call it. */
export interface NamedDraft {
  readonly id: string;
  readonly name: string;
}

/** A promotion as it is edited. */
export interface PromotionDraft {
  readonly name: string;
  readonly isActive: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly requiresCode: boolean;
  readonly code: string;
  readonly class: string;
  readonly kind: string;
  readonly percentOff: string;
  readonly amountOff: string;
  readonly buyQuantity: string;
  readonly getQuantity: string;
  readonly giftVariationId: string;
  /** The gift by name. */
  readonly gift: string;
  readonly giftQuantity: string;
  readonly tierMeasure: string;
  readonly tiers: readonly TierDraft[];
  readonly products: readonly NamedDraft[];
  readonly collectionIds: readonly string[];
  readonly attributes: string;
  readonly minSubtotal: string;
  readonly minQuantity: string;
  readonly customerGroup: string;
  readonly firstOrderOnly: boolean;
  readonly usageLimit: string;
  readonly customerLimit: string;
  readonly priority: string;
  readonly exclusiveGroup: string;
  readonly combinesWithLine: boolean;
  readonly combinesWithOrder: boolean;
  readonly combinesWithShipping: boolean;
}

/** A promotion that gives nothing yet. */
export const blankPromotion: PromotionDraft = {
  name: '',
  isActive: true,
  startsAt: '',
  endsAt: '',
  requiresCode: false,
  code: '',
  class: 'ORDER',
  kind: 'PERCENTAGE',
  percentOff: '',
  amountOff: '',
  buyQuantity: '2',
  getQuantity: '1',
  giftVariationId: '',
  gift: '',
  giftQuantity: '1',
  tierMeasure: 'QUANTITY',
  tiers: [],
  products: [],
  collectionIds: [],
  attributes: '',
  minSubtotal: '',
  minQuantity: '',
  customerGroup: '',
  firstOrderOnly: false,
  usageLimit: '',
  customerLimit: '',
  priority: '0',
  exclusiveGroup: '',
  combinesWithLine: false,
  combinesWithOrder: false,
  combinesWithShipping: false,
};

const text = (value: number | string | null) => (value === null ? '' : String(value));

/** A promotion, ready to be edited. */
export function toPromotionDraft(promotion: PromotionFieldsFragment): PromotionDraft {
  const { benefit, conditions, targets, combinesWith } = promotion;
  return {
    ...blankPromotion,
    name: promotion.name,
    isActive: promotion.isActive,
    startsAt: toLocalField(promotion.startsAt),
    endsAt: toLocalField(promotion.endsAt),
    requiresCode: promotion.requiresCode,
    class: promotion.class,
    kind: benefit.kind,
    percentOff: benefit.percentOff ?? '',
    amountOff: benefit.amountOff ?? '',
    buyQuantity: text(benefit.buyQuantity) || '2',
    getQuantity: text(benefit.getQuantity) || '1',
    giftVariationId: benefit.giftVariationId ?? '',
    gift: giftName(benefit),
    giftQuantity: text(benefit.giftQuantity) || '1',
    tierMeasure: benefit.tierMeasure ?? 'QUANTITY',
    tiers: benefit.tiers.map(({ from, percentOff, amountOff }) => ({
      from,
      kind: percentOff === null ? 'amountOff' : 'percentOff',
      amount: percentOff ?? amountOff ?? '',
    })),
    products: targets.productIds.map((id) => ({
      id,
      name: targets.products.find((each) => each.id === id)?.title ?? 'No longer in the shop',
    })),
    collectionIds: targets.collectionIds,
    attributes: targets.attributes.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    minSubtotal: conditions.minSubtotal ?? '',
    minQuantity: text(conditions.minQuantity),
    customerGroup: conditions.customerGroup ?? '',
    firstOrderOnly: conditions.firstOrderOnly,
    usageLimit: text(promotion.usageLimit),
    customerLimit: text(promotion.customerLimit),
    priority: String(promotion.priority),
    exclusiveGroup: promotion.exclusiveGroup ?? '',
    combinesWithLine: combinesWith.includes('LINE'),
    combinesWithOrder: combinesWith.includes('ORDER'),
    combinesWithShipping: combinesWith.includes('SHIPPING'),
  };
}

/** What a draft is sent as. */
export function toPromotionInput(draft: PromotionDraft): PromotionCreateInput {
  const startsAt = fromLocalField(draft.startsAt);
  const endsAt = fromLocalField(draft.endsAt);
  const attributes = draft.attributes.split('\n').flatMap(toAttribute);
  return {
    name: draft.name.trim(),
    class: draft.class as PromotionClass,
    isActive: draft.isActive,
    requiresCode: draft.requiresCode,
    ...(draft.requiresCode && draft.code.trim() && { code: draft.code.trim() }),
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
    priority: Number(draft.priority),
    benefit: toBenefit(draft),
    targets: {
      productIds: draft.products.map(({ id }) => id),
      collectionIds: [...draft.collectionIds],
      attributes,
    },
    conditions: {
      firstOrderOnly: draft.firstOrderOnly,
      ...(draft.minSubtotal.trim() && { minSubtotal: draft.minSubtotal.trim() }),
      ...(draft.minQuantity.trim() && { minQuantity: Number(draft.minQuantity) }),
      ...(draft.customerGroup && { customerGroup: draft.customerGroup }),
    },
    combinesWith: [
      ...(draft.combinesWithLine ? (['LINE'] as const) : []),
      ...(draft.combinesWithOrder ? (['ORDER'] as const) : []),
      ...(draft.combinesWithShipping ? (['SHIPPING'] as const) : []),
    ],
    ...(draft.exclusiveGroup.trim() && { exclusiveGroup: draft.exclusiveGroup.trim() }),
    ...(draft.usageLimit.trim() && { usageLimit: Number(draft.usageLimit) }),
    ...(draft.customerLimit.trim() && { customerLimit: Number(draft.customerLimit) }),
  };
}

function toBenefit(draft: PromotionDraft): PromotionBenefitInput {
  const kind = draft.kind as PromotionKind;
  switch (kind) {
    case 'PERCENTAGE':
      return { kind, percentOff: draft.percentOff.trim() };
    case 'FIXED':
      return { kind, amountOff: draft.amountOff.trim() };
    case 'BUY_X_GET_Y':
      return {
        kind,
        buyQuantity: Number(draft.buyQuantity),
        getQuantity: Number(draft.getQuantity),
        percentOff: draft.percentOff.trim() || '100',
      };
    case 'TIERED':
      return {
        kind,
        tierMeasure: draft.tierMeasure as PromotionTierMeasure,
        tiers: draft.tiers.map(({ from, kind: terms, amount }) => ({
          from: from.trim(),
          [terms]: amount.trim(),
        })),
      };
    case 'GIFT':
      return {
        kind,
        giftVariationId: draft.giftVariationId,
        giftQuantity: Number(draft.giftQuantity),
      };
    case 'FREE_SHIPPING':
      return { kind };
  }
}

function giftName({ giftVariation }: PromotionFieldsFragment['benefit']): string {
  if (!giftVariation) return '';
  const { title, product } = giftVariation;
  return title === 'Default' ? product.title : `${product.title}, ${title}`;
}

function toAttribute(line: string) {
  const [name = '', ...value] = line.split(':');
  return name.trim() && value.length > 0
    ? [{ name: name.trim(), value: value.join(':').trim() }]
    : [];
}

/** Where the form has what the server names: groups of its input are flat here. */
export function placeInPromotion(path: readonly string[]): readonly string[] {
  const [group, field = '', index, part] = path;
  if (group === 'benefit' && field === 'tiers') {
    const place = part === 'from' ? 'from' : 'amount';
    return index === undefined ? ['tiers'] : ['tiers', index, place];
  }
  if (field === 'productIds') return ['products'];
  return group === 'benefit' || group === 'conditions' || group === 'targets' ? [field] : path;
}

/** What must be right before a promotion is sent. */
export function promotionRules(path: SchemaPathTree<PromotionDraft>): void {
  required(path.name, { message: 'Say what shoppers read.' });
  wholeNumberRule(path.priority, -1_000, 1_000);
  validate(path.percentOff, ({ value, valueOf }) => {
    const kind = valueOf(path.kind);
    const isOptional = kind === 'BUY_X_GET_Y' && !value().trim();
    const isAsked = kind === 'PERCENTAGE' || kind === 'BUY_X_GET_Y';
    return !isAsked || isOptional || isPercent(value())
      ? undefined
      : { kind: 'percent', message: 'From 0 to 100.' };
  });
  validate(path.amountOff, ({ value, valueOf }) =>
    valueOf(path.kind) !== 'FIXED' || isAmount(value())
      ? undefined
      : { kind: 'amount', message: 'An amount such as 5.00.' },
  );
  validate(path.giftVariationId, ({ value, valueOf }) =>
    valueOf(path.kind) !== 'GIFT' || value()
      ? undefined
      : { kind: 'gift', message: 'Choose the gift.' },
  );
  validate(path.tiers, ({ value, valueOf }) =>
    valueOf(path.kind) !== 'TIERED' || value().length > 0
      ? undefined
      : { kind: 'tiers', message: 'Add at least one tier.' },
  );
  applyEach(path.tiers, (tier) => {
    validate(tier.from, ({ value }) =>
      isAmount(value()) ? undefined : { kind: 'from', message: 'A number.' },
    );
    validate(tier.amount, ({ value, valueOf }) => {
      const isRight = valueOf(tier.kind) === 'percentOff' ? isPercent : isAmount;
      return isRight(value()) ? undefined : { kind: 'amount', message: 'How much off?' };
    });
  });
  validate(path.minSubtotal, ({ value }) =>
    !value().trim() || isAmount(value())
      ? undefined
      : { kind: 'amount', message: 'An amount such as 50.00.' },
  );
  for (const limit of [path.minQuantity, path.usageLimit, path.customerLimit]) {
    validate(limit, ({ value }) =>
      /^(|[1-9]\d{0,8})$/.test(value().trim())
        ? undefined
        : { kind: 'number', message: 'A whole number from 1 on.' },
    );
  }
}

import { applyEach, required, type SchemaPathTree, validate } from '@angular/forms/signals';

import { isAmount, isPercent, wholeNumberRule } from '../../shared/form/rules';
import { fromLocalField, toLocalField } from '../../shared/format/time';
import type { PriceListCreateInput } from '../../shared/graphql/types.generated';
import type { PriceListFieldsFragment } from './price-list-fragments.generated';

type PriceList = PriceListFieldsFragment;

/** A rule as it is edited. */
export interface RuleDraft {
  readonly productId: string;
  readonly variationId: string;
  /** The goods by name; empty for everything. */
  readonly goods: string;
  readonly minQuantity: string;
  readonly kind: string;
  readonly amount: string;
}

/** A price list as it is edited. */
export interface PriceListDraft {
  readonly name: string;
  readonly currencyCode: string;
  readonly customerGroup: string;
  readonly priority: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rules: readonly RuleDraft[];
}

export const ruleKinds = [
  { value: 'percentOff', label: 'Percent off' },
  { value: 'price', label: 'Price each' },
] as const;

/** A list that says nothing yet. */
export function blankPriceList(currencyCode: string): PriceListDraft {
  return {
    name: '',
    currencyCode,
    customerGroup: '',
    priority: '0',
    startsAt: '',
    endsAt: '',
    rules: [],
  };
}

/** A rule for goods, or for everything where none are named. */
export function newRule(
  goods: Pick<RuleDraft, 'productId' | 'variationId' | 'goods'> = everything,
): RuleDraft {
  return { ...goods, minQuantity: '1', kind: 'percentOff', amount: '' };
}

const everything = { productId: '', variationId: '', goods: '' };

/** A price list, ready to be edited. */
export function toPriceListDraft(list: PriceList): PriceListDraft {
  return {
    name: list.name,
    currencyCode: list.currencyCode,
    customerGroup: list.customerGroup ?? '',
    priority: String(list.priority),
    startsAt: toLocalField(list.startsAt),
    endsAt: toLocalField(list.endsAt),
    rules: list.rules.map((rule) => ({
      productId: rule.productId ?? '',
      variationId: rule.variationId ?? '',
      goods: goodsLabel(rule),
      minQuantity: String(rule.minQuantity),
      kind: rule.price === null ? 'percentOff' : 'price',
      amount: rule.price ?? rule.percentOff ?? '',
    })),
  };
}

/** What a draft is sent as. */
export function toPriceListInput(draft: PriceListDraft): PriceListCreateInput {
  const startsAt = fromLocalField(draft.startsAt);
  const endsAt = fromLocalField(draft.endsAt);
  return {
    name: draft.name.trim(),
    currencyCode: draft.currencyCode,
    priority: Number(draft.priority),
    ...(draft.customerGroup && { customerGroup: draft.customerGroup }),
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
    rules: draft.rules.map((rule) => ({
      ...(rule.variationId
        ? { variationId: rule.variationId }
        : rule.productId && { productId: rule.productId }),
      minQuantity: Number(rule.minQuantity),
      [rule.kind]: rule.amount.trim(),
    })),
  };
}

/** Where the form has what the server names: a rule's terms are one field here, its goods too. */
export function placeInPriceList(path: readonly string[]): readonly string[] {
  const [list, index, field = ''] = path;
  if (list !== 'rules' || index === undefined) return path;
  if (field === 'price' || field === 'percentOff') return ['rules', index, 'amount'];
  if (field === 'productId' || field === 'variationId') return ['rules', index, 'goods'];
  return path;
}

/** What must be right before a price list is sent. */
export function priceListRules(path: SchemaPathTree<PriceListDraft>): void {
  required(path.name, { message: 'Give it a name.' });
  wholeNumberRule(path.priority, -1_000, 1_000);
  validate(path.endsAt, ({ value, valueOf }) => {
    const starts = valueOf(path.startsAt);
    return value() && starts && value() <= starts
      ? { kind: 'period', message: 'It ends after it has begun.' }
      : undefined;
  });
  applyEach(path.rules, (rule) => {
    wholeNumberRule(rule.minQuantity, 1, 1_000_000);
    validate(rule.amount, ({ value, valueOf }) => {
      if (valueOf(rule.kind) === 'price') {
        return isAmount(value())
          ? undefined
          : { kind: 'amount', message: 'An amount such as 12.50.' };
      }
      return isPercent(value()) ? undefined : { kind: 'amount', message: 'From 0 to 100.' };
    });
  });
}

function goodsLabel({ product, variation, productId, variationId }: PriceList['rules'][number]) {
  if (variation) {
    const { title } = variation.product;
    return variation.title === 'Default' ? title : `${title}, ${variation.title}`;
  }
  if (product) return product.title;
  return productId === null && variationId === null ? '' : 'No longer in the shop';
}

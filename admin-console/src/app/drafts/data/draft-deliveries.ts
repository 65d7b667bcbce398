import type { Choice } from '../../shared/form/field';
import { formatMoney } from '../../shared/format/money';
import type { DraftFieldsFragment } from './draft-fragments.generated';

type Delivery = DraftFieldsFragment['shippingMethods'][number];

/** What may be chosen for a draft's delivery, with prices; what was chosen and is not offered stays to be seen. */
export function deliveryChoices(
  { shippingMethods, shippingMethodCode }: DraftFieldsFragment,
  nameOf: (code: string) => string,
): Choice[] {
  const isOffered = shippingMethods.some(({ code }) => code === shippingMethodCode);
  return [
    { value: '', label: 'Not chosen yet' },
    ...shippingMethods.map((method) => ({ value: method.code, label: labelOf(method) })),
    ...(shippingMethodCode && !isOffered
      ? [{ value: shippingMethodCode, label: `${nameOf(shippingMethodCode)}: not offered here` }]
      : []),
  ];
}

function labelOf({ name, price, minDays, maxDays }: Delivery): string {
  const days = daysOf(minDays, maxDays);
  return `${name}, ${formatMoney(price)}${days && `, ${days}`}`;
}

function daysOf(least: number | null, most: number | null): string {
  const last = most ?? least;
  if (last === null) return '';
  const unit = last === 1 ? 'day' : 'days';
  return least === null || least === last ? `${last} ${unit}` : `${least}–${last} ${unit}`;
}

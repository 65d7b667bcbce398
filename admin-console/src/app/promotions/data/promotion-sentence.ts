import { formatMoney } from '../../shared/format/money';
import type { PromotionRowFragment } from './promotion-fragments.generated';

type Promotion = Pick<
  PromotionRowFragment,
  'benefit' | 'conditions' | 'class' | 'currencyCode' | 'requiresCode' | 'targets'
>;

/** What a promotion gives, in one sentence for staff. */
export function promotionSentence(promotion: Promotion): string {
  const { conditions, currencyCode, requiresCode, targets } = promotion;
  const isNarrow =
    targets.productIds.length + targets.collectionIds.length + targets.attributes.length > 0;
  const parts = [
    benefitOf(promotion),
    isNarrow && 'on chosen goods',
    conditions.minSubtotal &&
      `from ${formatMoney({ amount: conditions.minSubtotal, currencyCode })} on`,
    conditions.minQuantity !== null && `from ${conditions.minQuantity} units on`,
    conditions.firstOrderOnly && 'on a first order',
    conditions.customerGroup && `for ${conditions.customerGroup}`,
    requiresCode && 'with a code',
  ];
  return parts.filter(Boolean).join(', ');
}

function benefitOf({ benefit, class: from, currencyCode }: Promotion): string {
  const what = from === 'LINE' ? 'each item' : 'the order';
  switch (benefit.kind) {
    case 'PERCENTAGE':
      return `${benefit.percentOff ?? ''}% off ${what}`;
    case 'FIXED':
      return `${formatMoney({ amount: benefit.amountOff ?? '0', currencyCode })} off ${what}`;
    case 'BUY_X_GET_Y': {
      const bought = benefit.buyQuantity ?? 0;
      const given = benefit.getQuantity ?? 0;
      const off = Number(benefit.percentOff ?? 100);
      return `Buy ${bought}, get ${given} ${off === 100 ? 'free' : `at ${off}% off`}`;
    }
    case 'TIERED':
      return 'More off the more is bought';
    case 'GIFT':
      return 'A gift with the order';
    case 'FREE_SHIPPING':
      return 'Free delivery';
  }
}

/** Whether a promotion is offered now, was, or will be. */
export function promotionState(
  promotion: {
    readonly isActive: boolean;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly usageLimit: number | null;
    readonly uses: number;
  },
  now: number,
) {
  const { isActive, startsAt, endsAt, usageLimit, uses } = promotion;
  if (!isActive) return { label: 'Off', tone: 'neutral' } as const;
  if (endsAt && Date.parse(endsAt) <= now) return { label: 'Over', tone: 'neutral' } as const;
  if (usageLimit !== null && uses >= usageLimit) {
    return { label: 'Used up', tone: 'ended' } as const;
  }
  if (startsAt && Date.parse(startsAt) > now) return { label: 'Planned', tone: 'active' } as const;
  return { label: 'Offered', tone: 'done' } as const;
}

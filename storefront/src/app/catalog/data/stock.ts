import type { Availability } from '#shared/graphql/types.generated';
import type { BadgeTone } from '#shared/ui/badge/badge';

/** Stock in words and tone. */
export interface StockNote {
  readonly text: string;
  readonly tone: BadgeTone;
}

/** What the shop says about stock; the number only when it is low. */
export function stockNote(availability: Availability, lowStockQuantity?: number | null): StockNote {
  switch (availability) {
    case 'IN_STOCK':
      return { text: 'In stock', tone: 'good' };
    case 'LOW_STOCK':
      return {
        text: lowStockQuantity ? `Only ${lowStockQuantity} left` : 'Few left',
        tone: 'warn',
      };
    case 'OUT_OF_STOCK':
      return { text: 'Sold out', tone: 'neutral' };
  }
}

/** Whether any of several variations can be bought, and how readily. */
export function bestAvailability(availabilities: readonly Availability[]): Availability {
  if (availabilities.includes('IN_STOCK')) return 'IN_STOCK';
  return availabilities.includes('LOW_STOCK') ? 'LOW_STOCK' : 'OUT_OF_STOCK';
}

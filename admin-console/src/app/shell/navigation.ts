import {
  LucideArchive,
  LucideBadgePercent,
  LucideClipboardPen,
  LucideGift,
  type LucideIconInput,
  LucideKeyRound,
  LucideListChecks,
  LucideMails,
  LucidePercent,
  LucideShieldAlert,
  LucideTags,
  LucideTruck,
  LucideUsers,
} from '@lucide/angular';

import type { Permission } from '../shared/graphql/types.generated';

/** An entry of the navigation, for staff who have its permission. */
export interface NavigationPage {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIconInput;
  readonly permission: Permission;
  /** Two keys that lead there, one after the other. */
  readonly keys?: string;
}

/** Pages that belong together. */
export interface NavigationSection {
  readonly id: string;
  readonly label: string;
  readonly pages: readonly NavigationPage[];
}

/** Everything the console can lead to besides the orders, which stand first. */
export const navigation: readonly NavigationSection[] = [
  {
    id: 'selling',
    label: 'Selling',
    pages: [
      {
        path: '/drafts',
        label: 'Draft orders',
        icon: LucideClipboardPen,
        permission: 'ORDERS_WRITE',
        keys: 'g d',
      },
      {
        path: '/payments',
        label: 'Payments to look at',
        icon: LucideShieldAlert,
        permission: 'ORDERS_READ',
      },
      {
        path: '/promotions',
        label: 'Promotions',
        icon: LucideBadgePercent,
        permission: 'PROMOTIONS_WRITE',
        keys: 'g p',
      },
      {
        path: '/gift-cards',
        label: 'Gift cards',
        icon: LucideGift,
        permission: 'GIFT_CARDS_WRITE',
        keys: 'g c',
      },
      {
        path: '/messages',
        label: 'Messages',
        icon: LucideMails,
        permission: 'MESSAGES_READ',
        keys: 'g m',
      },
      {
        path: '/shipping',
        label: 'Shipping',
        icon: LucideTruck,
        permission: 'SHIPPING_WRITE',
        keys: 'g s',
      },
    ],
  },
  {
    id: 'pricing',
    label: 'Prices',
    pages: [
      {
        path: '/pricing/price-lists',
        label: 'Price lists',
        icon: LucideTags,
        permission: 'PRICING_WRITE',
        keys: 'g l',
      },
      {
        path: '/pricing/customer-groups',
        label: 'Customer groups',
        icon: LucideUsers,
        permission: 'PRICING_WRITE',
      },
      {
        path: '/pricing/taxes',
        label: 'Taxes',
        icon: LucidePercent,
        permission: 'PRICING_WRITE',
        keys: 'g t',
      },
    ],
  },
  {
    id: 'system',
    label: 'System',
    pages: [
      { path: '/system/tasks', label: 'Tasks', icon: LucideListChecks, permission: 'CATALOG_READ' },
      {
        path: '/system/api-keys',
        label: 'API keys',
        icon: LucideKeyRound,
        permission: 'API_KEYS_WRITE',
      },
      { path: '/system/cache', label: 'Cache', icon: LucideArchive, permission: 'SYSTEM_MANAGE' },
    ],
  },
];

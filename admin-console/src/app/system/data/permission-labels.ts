import type { Permission } from '../../shared/graphql/types.generated';

/** Permissions in words, in the order in which they are offered. */
export const permissionLabels: Readonly<Record<Permission, string>> = {
  CATALOG_READ: 'See products and collections',
  CATALOG_WRITE: 'Change products and collections',
  PRICING_WRITE: 'Change taxes and price lists',
  PROMOTIONS_WRITE: 'Change promotions and their codes',
  SHIPPING_WRITE: 'Change delivery zones and methods',
  GIFT_CARDS_WRITE: 'Issue and change gift cards',
  INVENTORY_READ: 'See stock',
  INVENTORY_WRITE: 'Change stock',
  ORDERS_READ: 'See orders and their customers',
  ORDERS_WRITE: 'Change orders',
  MESSAGES_READ: 'See messages to shoppers',
  MESSAGES_WRITE: 'Send messages again',
  API_KEYS_WRITE: 'Hand out API keys',
  SYSTEM_MANAGE: 'Look after the system',
};

/** What somebody may hand on to a program: their own permissions, but never that of handing out keys. */
export function grantableScopes(own: readonly Permission[]): readonly Permission[] {
  const all = Object.keys(permissionLabels) as Permission[];
  return all.filter((each) => each !== 'API_KEYS_WRITE' && own.includes(each));
}

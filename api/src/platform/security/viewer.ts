/** What a member of staff may do; a role is a set of these. */
export const permissions = [
  'CATALOG_READ',
  'CATALOG_WRITE',
  'INVENTORY_READ',
  'INVENTORY_WRITE',
  'ORDERS_READ',
  'ORDERS_WRITE',
  'PRICING_WRITE',
  'PROMOTIONS_WRITE',
  'SHIPPING_WRITE',
  'GIFT_CARDS_WRITE',
  'MESSAGES_READ',
  'MESSAGES_WRITE',
  'API_KEYS_WRITE',
  'SYSTEM_MANAGE',
] as const;
export type Permission = (typeof permissions)[number];

/** Who is asking. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'customer'; readonly customerId: string; readonly sessionId: string }
  | {
      readonly kind: 'staff';
      readonly staffId: string;
      readonly name: string;
      readonly sessionId: string;
      readonly permissions: ReadonlySet<Permission>;
    }
  | {
      readonly kind: 'api-key';
      readonly keyId: string;
      /** The key again: as long as it is good, its holder counts as signed in. */
      readonly sessionId: string;
      readonly name: string;
      /** What it may do on the full graph; nothing on the public contract, where everybody may do the same. */
      readonly permissions: ReadonlySet<Permission>;
    };

/** Somebody who was let in with something that can be taken back. */
export type KnownViewer = Exclude<Viewer, { kind: 'anonymous' }>;

export const anonymous: Viewer = { kind: 'anonymous' };

/** Whether the viewer is staff, or a key made by staff, holding the permission. */
export function hasPermission(viewer: Viewer, permission: Permission): boolean {
  return (
    (viewer.kind === 'staff' || viewer.kind === 'api-key') && viewer.permissions.has(permission)
  );
}

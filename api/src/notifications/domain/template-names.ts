/** Every kind of message. */
export const templateNames = [
  'ORDER_PLACED',
  'ORDER_PAID',
  'ORDER_SHIPPED',
  'ORDER_DELIVERED',
  'ORDER_CANCELLED',
  'ORDER_LINES_CANCELLED',
  'ORDER_REFUNDED',
  'ORDER_CHANGED',
  'ORDER_NOTE',
  'RETURN_REQUESTED',
  'RETURN_APPROVED',
  'RETURN_REJECTED',
  'RETURN_RECEIVED',
  'RETURN_REFUNDED',
  'PAYMENT_RETURNED',
  'GIFT_CARD',
  'BACK_IN_STOCK',
  'CART_RECOVERY',
] as const;
export type TemplateName = (typeof templateNames)[number];

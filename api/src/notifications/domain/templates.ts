import type { Block } from './mail-blocks';
import { layOut } from './mail-layout';
import { giftCardMail, paymentReturnedMail } from './mails/money-mails';
import {
  orderCancelledMail,
  orderChangedMail,
  orderDeliveredMail,
  orderLinesCancelledMail,
  orderNoteMail,
  orderPaidMail,
  orderPlacedMail,
  orderRefundedMail,
  orderShippedMail,
} from './mails/order-mails';
import {
  returnApprovedMail,
  returnReceivedMail,
  returnRefundedMail,
  returnRejectedMail,
  returnRequestedMail,
} from './mails/return-mails';
import { backInStockMail, cartRecoveryMail } from './mails/shop-mails';
import type { TemplateName } from './template-names';

/** How a kind of message is worded. */
export interface MailWording {
  readonly title: string;
  /** When it is sent, for staff. */
  readonly description: string;
  readonly subject: string;
  readonly preview: string;
  /** Why its reader gets it. */
  readonly why: string;
  readonly blocks: readonly Block[];
}

const wordings: Readonly<Record<TemplateName, MailWording>> = {
  ORDER_PLACED: orderPlacedMail,
  ORDER_PAID: orderPaidMail,
  ORDER_SHIPPED: orderShippedMail,
  ORDER_DELIVERED: orderDeliveredMail,
  ORDER_CANCELLED: orderCancelledMail,
  ORDER_LINES_CANCELLED: orderLinesCancelledMail,
  ORDER_REFUNDED: orderRefundedMail,
  ORDER_CHANGED: orderChangedMail,
  ORDER_NOTE: orderNoteMail,
  RETURN_REQUESTED: returnRequestedMail,
  RETURN_APPROVED: returnApprovedMail,
  RETURN_REJECTED: returnRejectedMail,
  RETURN_RECEIVED: returnReceivedMail,
  RETURN_REFUNDED: returnRefundedMail,
  PAYMENT_RETURNED: paymentReturnedMail,
  GIFT_CARD: giftCardMail,
  BACK_IN_STOCK: backInStockMail,
  CART_RECOVERY: cartRecoveryMail,
};

/** The wording of a kind of message. */
export function wordingOf(name: TemplateName): MailWording {
  return wordings[name];
}

/** A kind of message as it is rendered: laid out, with places for the values of a view. */
export function markupOf(name: TemplateName) {
  const { subject, preview, blocks } = wordings[name];
  return { name, subject, preview, ...layOut(blocks) };
}

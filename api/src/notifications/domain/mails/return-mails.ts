import { button, goods, heading, paragraph, quotation, where } from '../mail-blocks';
import type { MailWording } from '../templates';

const why = 'You get this mail because you asked to return something to this shop.';
const follow = button('See your order', 'trackingPage');
const whatWasSaid = where('note', quotation('note'));

/** We know that the shopper wants to return something. */
export const returnRequestedMail: MailWording = {
  title: 'Return asked for',
  description: 'When a shopper asked to return items.',
  subject: 'Your return for order {{number}}',
  preview: 'We have your request and will answer soon',
  why,
  blocks: [
    heading('We have your request'),
    paragraph(
      'You would like to return these items of order {{number}}. We will answer soon; please keep them until then.',
    ),
    goods('concerned'),
    follow,
  ],
};

/** The shopper may send it. */
export const returnApprovedMail: MailWording = {
  title: 'Return approved',
  description: 'When staff agreed to a return.',
  subject: 'You can send back your items of order {{number}}',
  preview: 'Your return is approved',
  why,
  blocks: [
    heading('Please send it back'),
    paragraph('Your return for order {{number}} is approved.'),
    whatWasSaid,
    goods('concerned'),
    follow,
  ],
};

/** The shopper may not. */
export const returnRejectedMail: MailWording = {
  title: 'Return declined',
  description: 'When staff declined a return.',
  subject: 'Your return for order {{number}}',
  preview: 'We cannot take these items back',
  why,
  blocks: [
    heading('We cannot take this back'),
    paragraph('We are sorry: your return for order {{number}} was declined.'),
    whatWasSaid,
    goods('concerned'),
    follow,
  ],
};

/** It came back. */
export const returnReceivedMail: MailWording = {
  title: 'Return received',
  description: 'When returned items have arrived in the shop.',
  subject: 'Your return for order {{number}} is here',
  preview: 'We look at it now',
  why,
  blocks: [
    heading('Your return is here'),
    paragraph('These items of order {{number}} have come back to us. The refund is next.'),
    whatWasSaid,
    goods('concerned'),
    follow,
  ],
};

/** The money went back. */
export const returnRefundedMail: MailWording = {
  title: 'Return refunded',
  description: 'When the money for returned items went back.',
  subject: 'Refund for your return of order {{number}}',
  preview: 'Money is on its way back to you',
  why,
  blocks: [
    heading('Money is on its way back'),
    paragraph('Your return for order {{number}} is settled.'),
    where(
      'amount',
      paragraph(
        '{{amount}} goes back to where it came from. Banks take up to ten days to show it.',
      ),
    ),
    whatWasSaid,
    goods('concerned'),
    follow,
  ],
};

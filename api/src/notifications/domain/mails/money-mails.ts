import { button, code, heading, paragraph, quiet, quotation, where } from '../mail-blocks';
import type { MailWording } from '../templates';

/** Paid, yet there is nothing left to send. */
export const paymentReturnedMail: MailWording = {
  title: 'Payment returned',
  description:
    'When a payment arrived too late for an order, such as after the goods were sold out, and was given back.',
  subject: 'We are returning your payment',
  preview: 'It arrived too late for an order',
  why: 'You get this mail because you paid in this shop.',
  blocks: [
    heading('We are returning your payment'),
    paragraph(
      'Your payment of {{amount}} arrived when we could no longer make an order of it. We are sorry.',
    ),
    where('note', quotation('note')),
    paragraph(
      'All of it goes back to where it came from. Banks take up to ten days to show it. No order was made.',
    ),
    button('Back to the shop', 'home'),
  ],
};

/** A gift card with its code. */
export const giftCardMail: MailWording = {
  title: 'Gift card',
  description: 'When a gift card was bought or issued for somebody.',
  subject: 'A gift card of {{amount}} for {{shop}}',
  preview: 'To be spent on whatever you like',
  why: 'You get this mail because somebody wanted you to have this gift card.',
  blocks: [
    heading('{{amount}} for you'),
    where('sender', paragraph('{{sender}} sends you a gift card for {{shop}}.')),
    where('note', quotation('note')),
    paragraph('Enter this code when you pay:'),
    code('giftCode'),
    where('expiresOn', quiet('It is valid until {{expiresOn}}.')),
    quiet('Keep this mail: whoever has the code can spend it.'),
    button('Go shopping', 'home'),
  ],
};

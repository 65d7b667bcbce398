import { button, facts, goods, heading, paragraph, quotation, sums, where } from '../mail-blocks';
import type { MailWording } from '../templates';

const why = 'You get this mail because you ordered in this shop.';
const follow = button('Follow your order', 'trackingPage');
const whatWasSaid = where('note', quotation('note'));
const moneyBack = where(
  'amount',
  paragraph('{{amount}} goes back to where it came from. Banks take up to ten days to show it.'),
);

/** Thanks for the order, with all of it. */
export const orderPlacedMail: MailWording = {
  title: 'Order placed',
  description: 'When an order was placed.',
  subject: 'Your order {{number}}',
  preview: '{{total}}, placed on {{placedOn}}',
  why,
  blocks: [
    heading('Thank you, {{name}}'),
    paragraph('We have your order {{number}} of {{placedOn}}.'),
    where(
      'isUnpaid',
      paragraph('As soon as your payment of {{due}} has arrived we will let you know.'),
    ),
    follow,
    goods('lines'),
    sums('sums'),
    facts('delivery'),
  ],
};

/** The money has arrived. */
export const orderPaidMail: MailWording = {
  title: 'Payment received',
  description: 'When the money for an order has arrived after it was placed.',
  subject: 'We have your payment for {{number}}',
  preview: '{{due}}, with thanks',
  why,
  blocks: [
    heading('Your payment is here'),
    paragraph('{{due}} for order {{number}} has arrived. Thank you, {{name}}.'),
    follow,
  ],
};

/** A parcel, or all of it, is on its way. */
export const orderShippedMail: MailWording = {
  title: 'Sent',
  description: 'For each parcel that left, with its number.',
  subject: 'Your order {{number}} is on its way',
  preview: 'A parcel has left for {{name}}',
  why,
  blocks: [
    heading('On its way to you'),
    paragraph('A parcel with these items of order {{number}} has left us.'),
    where('hasParcel', facts('parcel')),
    whatWasSaid,
    follow,
    goods('concerned'),
  ],
};

/** A parcel, or all of it, has arrived. */
export const orderDeliveredMail: MailWording = {
  title: 'Delivered',
  description: 'For each parcel that arrived.',
  subject: 'Your order {{number}} has arrived',
  preview: 'We hope you like it',
  why,
  blocks: [
    heading('It has arrived'),
    paragraph('A parcel of order {{number}} was delivered. We hope you like what is in it.'),
    whatWasSaid,
    goods('concerned'),
    paragraph(
      'Something is not as it should be? You can ask to return it from the page of your order.',
    ),
    follow,
  ],
};

/** The whole order is cancelled. */
export const orderCancelledMail: MailWording = {
  title: 'Cancelled',
  description: 'When a whole order was cancelled.',
  subject: 'Your order {{number}} is cancelled',
  preview: 'Nothing will be sent',
  why,
  blocks: [
    heading('Your order is cancelled'),
    paragraph('Order {{number}} is cancelled, and nothing will be sent.'),
    whatWasSaid,
    moneyBack,
    where(
      'isMoneyBack',
      paragraph(
        'What you paid goes back to where it came from. Banks take up to ten days to show it.',
      ),
    ),
    goods('lines'),
    follow,
  ],
};

/** Some of the order is cancelled. */
export const orderLinesCancelledMail: MailWording = {
  title: 'Partly cancelled',
  description: 'When some items of an order were cancelled.',
  subject: 'Some items of order {{number}} are cancelled',
  preview: 'The rest of your order goes on',
  why,
  blocks: [
    heading('Some items are cancelled'),
    paragraph('These items of order {{number}} are cancelled. The rest of your order goes on.'),
    whatWasSaid,
    goods('concerned'),
    moneyBack,
    follow,
  ],
};

/** Money went back. */
export const orderRefundedMail: MailWording = {
  title: 'Refunded',
  description: 'When money of an order went back, all of it or some.',
  subject: 'Refund for order {{number}}',
  preview: 'Money is on its way back to you',
  why,
  blocks: [
    heading('Money is on its way back'),
    paragraph('We have refunded order {{number}}.'),
    moneyBack,
    where(
      'isMoneyBack',
      paragraph('{{total}} goes back to where it came from. Banks take up to ten days to show it.'),
    ),
    whatWasSaid,
    follow,
  ],
};

/** The order is another one now. */
export const orderChangedMail: MailWording = {
  title: 'Order changed',
  description: 'When staff changed an order after it was placed, or exchanged items.',
  subject: 'Your order {{number}} was changed',
  preview: 'It is {{total}} now',
  why,
  blocks: [
    heading('Your order was changed'),
    paragraph('This is order {{number}} as it is now.'),
    whatWasSaid,
    goods('lines'),
    sums('sums'),
    follow,
  ],
};

/** Staff wrote something to the shopper. */
export const orderNoteMail: MailWording = {
  title: 'A note on an order',
  description: 'When staff wrote a note to the shopper.',
  subject: 'A note on your order {{number}}',
  preview: '{{note}}',
  why,
  blocks: [heading('About your order {{number}}'), whatWasSaid, follow],
};

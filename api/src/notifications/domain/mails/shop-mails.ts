import { button, goods, heading, paragraph, quiet, sums } from '../mail-blocks';
import type { MailWording } from '../templates';

/** What somebody waited for is there again. */
export const backInStockMail: MailWording = {
  title: 'Back in stock',
  description: 'Once to each who asked for it, when a variation can be bought again.',
  subject: '{{product}} is back',
  preview: 'You asked us to tell you',
  why: 'You get this mail, once, because you asked to be told.',
  blocks: [
    heading('It is back'),
    paragraph('You asked us to tell you when this can be bought again. Now it can.'),
    goods('lines'),
    button('See it in the shop', 'productPage'),
    quiet('We keep none aside: first come, first served.'),
  ],
};

/** A cart that somebody left behind. */
export const cartRecoveryMail: MailWording = {
  title: 'Cart left behind',
  description: 'Once for a cart that was left behind by somebody who agreed to such mail.',
  subject: 'Your cart is still here',
  preview: 'Pick up where you left off',
  why: 'You get this mail because you agreed to hear from us.',
  blocks: [
    heading('Your cart is still here'),
    paragraph('You left something behind. One click and it is as you left it.'),
    goods('lines'),
    sums('sums'),
    button('Back to my cart', 'cartPage'),
    quiet('Prices and stock may have changed meanwhile; what counts is what the shop shows.'),
  ],
};

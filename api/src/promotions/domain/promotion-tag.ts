/** Changed when a promotion is another, or comes or goes. */
export const PROMOTIONS_TAG = 'promotions';

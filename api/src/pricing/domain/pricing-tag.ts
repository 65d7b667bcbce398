/** Changed when price lists, taxes or which lists are in force are others. */
export const PRICING_TAG = 'pricing';

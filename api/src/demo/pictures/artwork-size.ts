/** The things that the studio prints on. */
export type ProductForm =
  'poster' | 'card' | 'tiles' | 'fabric' | 'mug' | 't-shirt' | 'notebook' | 'gift-wrap';

/** Width and height of the printed area of each form, in pixels of its mock-up. */
export const ARTWORK_SIZE: Readonly<Record<ProductForm, readonly [number, number]>> = {
  poster: [632, 955],
  card: [646, 922],
  tiles: [600, 600],
  fabric: [1180, 1300],
  mug: [1200, 672],
  't-shirt': [430, 480],
  notebook: [780, 1100],
  'gift-wrap': [800, 800],
};

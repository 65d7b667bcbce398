interface Titled {
  readonly title: string;
}

/** What a variation is called, for people; a product without options has one that needs no name. */
export function goodsTitle(product: Titled, variation: Titled): string {
  return variation.title === 'Default' ? product.title : `${product.title}, ${variation.title}`;
}

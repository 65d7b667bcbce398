interface QuantityOf {
  readonly quantity: number;
  readonly variation: { readonly id: string };
}

/** Whether a checkout still holds what is in the cart; the order of the lines does not matter. */
export function holdsSameLines(
  checkout: readonly QuantityOf[],
  cart: readonly QuantityOf[],
): boolean {
  const wanted = new Map(cart.map(({ variation, quantity }) => [variation.id, quantity]));
  return (
    checkout.length === wanted.size &&
    checkout.every(({ variation, quantity }) => wanted.get(variation.id) === quantity)
  );
}

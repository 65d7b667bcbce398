import { accepted, type Refusal, refused, type Result } from '../../kernel/result';

/** What of a product can be edited by itself. */
export interface EditableProduct {
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly basePriceMinor: bigint;
}

/** A product that is about to be edited. */
export interface LockedProduct extends EditableProduct {
  /** How far its cheapest variation lies from the base price. */
  readonly lowestModifierMinor: bigint;
}

/** What somebody wants it to be; what is left out stays. */
export interface ProductWish {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly basePriceMinor?: bigint | undefined;
  readonly expectedVersion?: number | undefined;
}

function invalidPrice(message: string): Refusal {
  return { code: 'INVALID_INPUT', message, path: ['basePrice', 'amount'] };
}

/** The product after the change, or what stands against it. Unchanged, and of the same version, where nothing differs. */
export function changeProduct(product: LockedProduct, wish: ProductWish): Result<EditableProduct> {
  if (wish.expectedVersion !== undefined && wish.expectedVersion !== product.version) {
    return refused({
      code: 'VERSION_CONFLICT',
      message: 'The product was changed meanwhile.',
      path: ['expectedVersion'],
      currentVersion: product.version,
    });
  }
  const { title = product.title, description = product.description } = wish;
  const { basePriceMinor = product.basePriceMinor } = wish;
  if (basePriceMinor < 0n) return refused(invalidPrice('A price is not negative.'));
  if (basePriceMinor + product.lowestModifierMinor < 0n) {
    return refused(invalidPrice('The cheapest variation would cost less than nothing.'));
  }
  const isChanged =
    title !== product.title ||
    description !== product.description ||
    basePriceMinor !== product.basePriceMinor;
  const version = isChanged ? product.version + 1 : product.version;
  return accepted({ version, title, description, basePriceMinor });
}

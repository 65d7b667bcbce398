import type { ShownVariation } from '../../catalog';
import type { StockLoader } from '../../inventory';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { ShopSettingsReader } from '../../shop';
import type { ChangedCart } from '../commands/change-cart';
import { type CartType, toCartType } from './cart.type';
import { makeOwnStockKnown } from './own-stock';

/** Shows carts to their shoppers, with what their own checkouts hold counted as there. */
export class CartAnswers {
  constructor(
    private readonly settings: ShopSettingsReader,
    private readonly shownVariation: ShownVariation,
    private readonly stock: StockLoader,
  ) {}

  /** The cart's GraphQL form. */
  async show({ view, levels }: ChangedCart, context: RequestContext): Promise<CartType> {
    const { currencyCode } = await this.settings.read();
    const cart = toCartType(view, currencyCode, this.shownVariation);
    const variations = cart.lines.flatMap(({ variation, parts }) => [
      variation,
      ...parts.map((part) => part.variation),
    ]);
    await makeOwnStockKnown(
      context.loaders,
      this.stock,
      variations.map(({ product }) => product),
      { held: view.held, levels },
    );
    return cart;
  }
}

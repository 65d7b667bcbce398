import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { StockLoader } from '../../inventory';
import type { RequestContext } from '../../platform/graphql/request-context';
import { problemsOf } from '../domain/cart-problems';
import { CartProblemCode, CartProblemType, CartType } from './cart.type';

@Resolver(() => CartType)
export class CartFieldsResolver {
  constructor(private readonly stock: StockLoader) {}

  @FieldResolver(() => [CartProblemType], {
    description: 'What changed since lines were added: sold out, fewer left, another price.',
  })
  async problems(
    @Root() cart: CartType,
    @Ctx() context: RequestContext,
  ): Promise<CartProblemType[]> {
    const stock = context.loaders.get(this.stock);
    const levels = await stock.loadMany(cart.lines.map(({ variation }) => variation.product));
    return cart.view.lines
      .flatMap((line, index) => {
        const level = levels[index];
        if (level instanceof Error) throw level;
        const checked = { ...line, shownPriceMinor: line.variation.priceMinor };
        return problemsOf(checked, level?.get(line.variationId)?.available ?? 0);
      })
      .map((problem) =>
        Object.assign(new CartProblemType(), problem, { code: CartProblemCode[problem.code] }),
      );
  }
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { stockDemand, type StockLoader } from '../../inventory';
import type { RequestContext } from '../../platform/graphql/request-context';
import { problemsOf } from '../domain/cart-problems';
import { shownPriceOf } from '../line-view';
import { CartProblemCode, CartProblemType, CartType } from './cart.type';

@Resolver(() => CartType)
export class CartFieldsResolver {
  constructor(private readonly stock: StockLoader) {}

  @FieldResolver(() => [CartProblemType], {
    description:
      'What changed since lines were added: sold out, fewer left, another price, no longer sold so.',
  })
  async problems(
    @Root() cart: CartType,
    @Ctx() context: RequestContext,
  ): Promise<CartProblemType[]> {
    const stock = context.loaders.get(this.stock);
    const levels = await stock.loadMany(cart.lines.map(({ variation }) => variation.product));
    const lines = cart.view.lines.map((line) => ({
      ...line,
      demand: stockDemand([line]),
      isBundle: line.parts !== undefined,
      shownPriceMinor: shownPriceOf(line),
    }));
    const available = (index: number, variationId: string): number => {
      const level = levels[index];
      if (level instanceof Error) throw level;
      return level?.get(variationId)?.available ?? 0;
    };
    return problemsOf(lines, available).map((problem) =>
      Object.assign(new CartProblemType(), problem, { code: CartProblemCode[problem.code] }),
    );
  }
}

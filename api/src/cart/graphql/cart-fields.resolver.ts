import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ProductVariationType } from '../../catalog';
import type { StockReadModel } from '../../inventory';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import type { RequestContext } from '../../platform/graphql/request-context';
import { problemsOf } from '../domain/cart-problems';
import { CartLineType, CartProblemCode, CartProblemType, CartType } from './cart.type';

@Resolver(() => CartLineType)
export class CartLineFieldsResolver {
  constructor(
    private readonly variationById: LoaderFactory<string, ProductVariationType | undefined>,
  ) {}

  @FieldResolver(() => ProductVariationType, { description: 'What is in the cart.' })
  variation(
    @Root() line: CartLineType,
    @Ctx() context: RequestContext,
  ): Promise<ProductVariationType | undefined> {
    return context.loaders.get(this.variationById).load(line.variationId);
  }
}

@Resolver(() => CartType)
export class CartFieldsResolver {
  constructor(private readonly stock: StockReadModel) {}

  @FieldResolver(() => [CartProblemType], {
    description: 'What changed since lines were added: sold out, fewer left, another price.',
  })
  async problems(@Root() cart: CartType): Promise<CartProblemType[]> {
    const { lines, held } = cart.view;
    if (lines.length === 0) return [];
    const levels = await this.stock.byVariations(lines.map((line) => line.variationId));
    const available = new Map(levels.map((level) => [level.variationId, level.available]));
    return lines
      .flatMap((line) => {
        const forOthers = available.get(line.variationId) ?? 0;
        return problemsOf(line, forOthers + (held.get(line.variationId) ?? 0));
      })
      .map((problem) =>
        Object.assign(new CartProblemType(), problem, { code: CartProblemCode[problem.code] }),
      );
  }
}

import DataLoader from 'dataloader';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { isId } from '../../kernel/ids';
import { ForStaff } from '../../platform/graphql/access';
import {
  type ConnectionShape,
  toConnection,
  toIdPageRequest,
} from '../../platform/graphql/connection';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { ChangePromotions } from '../commands/change-promotions';
import {
  promotionInput,
  promotionRemoveInput,
  promotionUpdateInput,
} from '../commands/promotion-input';
import type { PromotionRepository } from '../persistence/promotion.repository';
import {
  PromotionCreateInput,
  PromotionCreatePayload,
  PromotionListArgs,
  PromotionRemoveInput,
  PromotionRemovePayload,
  PromotionUpdateInput,
  PromotionUpdatePayload,
} from './promotion.inputs';
import { PromotionConnection, PromotionType, toPromotionType } from './promotion.types';

@Resolver(() => PromotionType)
export class PromotionResolver {
  private readonly usesById: LoaderFactory<string, number>;

  constructor(
    private readonly promotionStore: PromotionRepository,
    private readonly change: ChangePromotions,
  ) {
    this.usesById = () =>
      new DataLoader(async (ids) => {
        const uses = await promotionStore.usesOf(ids);
        return ids.map((id) => uses.get(id) ?? 0);
      });
  }

  @ForStaff('PROMOTIONS_WRITE')
  @Query(() => PromotionConnection, { description: 'The promotions, newest first.' })
  async promotions(
    @Args(() => PromotionListArgs) args: PromotionListArgs,
  ): Promise<ConnectionShape<PromotionType>> {
    const request = toIdPageRequest(args);
    const filter = {
      query: args.query?.trim() || undefined,
      isActive: args.isActive ?? undefined,
    };
    const page = await this.promotionStore.page(filter, request);
    return toConnection(page, toPromotionType, () => this.promotionStore.count(filter));
  }

  @ForStaff('PROMOTIONS_WRITE')
  @Query(() => PromotionType, { nullable: true, description: 'One promotion.' })
  promotion(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<PromotionType | undefined> {
    return this.shown(id);
  }

  @FieldResolver(() => Int, {
    description: 'Uses by orders, and by checkouts that are locked now.',
  })
  uses(@Root() { id }: PromotionType, @Ctx() context: RequestContext): Promise<number> {
    return context.loaders.get(this.usesById).load(id);
  }

  @ForStaff('PROMOTIONS_WRITE')
  @Mutation(() => PromotionCreatePayload, { description: 'Makes a promotion.' })
  promotionCreate(
    @Arg('input', () => PromotionCreateInput, { description: 'The promotion.' })
    input: PromotionCreateInput,
  ): Promise<PromotionCreatePayload> {
    return answer(
      PromotionCreatePayload,
      promotionInput,
      input,
      (valid) => this.change.create(valid),
      async (payload, id) => {
        payload.promotion = await this.shown(id);
      },
    );
  }

  @ForStaff('PROMOTIONS_WRITE')
  @Mutation(() => PromotionUpdatePayload, {
    description: 'Makes a promotion what the input says; its codes and uses stay.',
  })
  promotionUpdate(
    @Arg('input', () => PromotionUpdateInput, { description: 'The promotion.' })
    input: PromotionUpdateInput,
  ): Promise<PromotionUpdatePayload> {
    return answer(
      PromotionUpdatePayload,
      promotionUpdateInput,
      input,
      (valid) => this.change.update(valid),
      async (payload, id) => {
        payload.promotion = await this.shown(id);
      },
    );
  }

  @ForStaff('PROMOTIONS_WRITE')
  @Mutation(() => PromotionRemovePayload, {
    description:
      'Removes a promotion with its codes; one that is gone already is no error. Orders keep what it gave them.',
  })
  promotionRemove(
    @Arg('input', () => PromotionRemoveInput, { description: 'Which one.' })
    input: PromotionRemoveInput,
  ): Promise<PromotionRemovePayload> {
    return answer(
      PromotionRemovePayload,
      promotionRemoveInput,
      input,
      (valid) => this.change.remove(valid),
      (payload, id) => {
        payload.promotionId = id;
      },
    );
  }

  private async shown(id: string): Promise<PromotionType | undefined> {
    const promotion = isId(id) ? await this.promotionStore.byId(id) : undefined;
    return promotion && toPromotionType(promotion);
  }
}

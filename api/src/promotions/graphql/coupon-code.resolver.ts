import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { isId } from '../../kernel/ids';
import { ForStaff } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { AppError } from '../../platform/graphql/app-error';
import {
  type ConnectionShape,
  toConnection,
  toPageRequest,
} from '../../platform/graphql/connection';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  type ChangeCouponCodes,
  generateCodesInput,
  removeCodesInput,
} from '../commands/change-coupon-codes';
import type { CouponCodeRecord, CouponCodeRepository } from '../persistence/coupon-code.repository';
import {
  CouponCodeListArgs,
  CouponCodesGenerateInput,
  CouponCodesGeneratePayload,
  CouponCodesRemoveInput,
  CouponCodesRemovePayload,
} from './coupon-code.inputs';
import { CouponCodeConnection, CouponCodeType } from './promotion.types';

@Resolver(() => CouponCodeType)
export class CouponCodeResolver {
  constructor(
    private readonly codes: CouponCodeRepository,
    private readonly change: ChangeCouponCodes,
  ) {}

  @ForStaff('PROMOTIONS_WRITE')
  @Query(() => CouponCodeConnection, { description: 'The codes of a promotion, by code.' })
  async couponCodes(
    @Args(() => CouponCodeListArgs) args: CouponCodeListArgs,
  ): Promise<ConnectionShape<CouponCodeType>> {
    const { promotionId } = args;
    if (!isId(promotionId)) throw new AppError('BAD_USER_INPUT', 'This is no id.');
    const request = toPageRequest(args);
    const filter = { promotionId, query: args.query?.trim() || undefined };
    const page = await this.codes.page(filter, request);
    return toConnection(page, toCouponCodeType, () => this.codes.count(filter));
  }

  @ForStaff('PROMOTIONS_WRITE')
  @Mutation(() => CouponCodesGeneratePayload, {
    description: 'Makes codes for a promotion that nobody can guess.',
  })
  couponCodesGenerate(
    @Arg('input', () => CouponCodesGenerateInput, { description: 'How many.' })
    input: CouponCodesGenerateInput,
    @Ctx() context: RequestContext,
  ): Promise<CouponCodesGeneratePayload> {
    return answer(
      CouponCodesGeneratePayload,
      generateCodesInput,
      input,
      (valid) => this.change.generate(valid, actorOf(context)),
      async (payload, batchId) => {
        payload.codes = await this.codes.ofBatch(batchId);
      },
    );
  }

  @ForStaff('PROMOTIONS_WRITE')
  @Mutation(() => CouponCodesRemovePayload, {
    description: 'Takes codes away from a promotion; those that are gone already are no error.',
  })
  couponCodesRemove(
    @Arg('input', () => CouponCodesRemoveInput, { description: 'Which ones.' })
    input: CouponCodesRemoveInput,
  ): Promise<CouponCodesRemovePayload> {
    return answer(
      CouponCodesRemovePayload,
      removeCodesInput,
      input,
      (valid) => this.change.remove(valid),
      (payload, codes) => {
        payload.codes = codes;
      },
    );
  }
}

function toCouponCodeType({ usageLimit, ...code }: CouponCodeRecord): CouponCodeType {
  return Object.assign(new CouponCodeType(), { ...code, usageLimit: usageLimit ?? undefined });
}

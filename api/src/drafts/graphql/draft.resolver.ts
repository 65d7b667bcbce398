import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { isId } from '../../kernel/ids';
import { type OrderLoaders, toOrderType } from '../../orders';
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
import { hasPermission } from '../../platform/security/viewer';
import type { CompleteDraft } from '../commands/complete-draft';
import {
  draftCompleteInput,
  draftCreateInput,
  draftRemoveInput,
  draftUpdateInput,
} from '../commands/draft-inputs';
import type { DraftOrigin, EditDrafts } from '../commands/edit-drafts';
import type { DraftRepository } from '../persistence/draft.repository';
import {
  DraftOrderCompleteInput,
  DraftOrderCompletePayload,
  DraftOrderCreateInput,
  DraftOrderCreatePayload,
  DraftOrderListArgs,
  DraftOrderRemoveInput,
  DraftOrderRemovePayload,
  DraftOrderUpdateInput,
  DraftOrderUpdatePayload,
} from './draft.inputs';
import { DraftOrderConnection, DraftOrderType, toDraftOrderType } from './draft.types';

@Resolver(() => DraftOrderType)
export class DraftResolver {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly edit: EditDrafts,
    private readonly finish: CompleteDraft,
    private readonly orders: OrderLoaders,
  ) {}

  @ForStaff('ORDERS_WRITE')
  @Query(() => DraftOrderConnection, { description: 'The drafts of orders, newest first.' })
  async draftOrders(
    @Args(() => DraftOrderListArgs) args: DraftOrderListArgs,
  ): Promise<ConnectionShape<DraftOrderType>> {
    const request = toPageRequest(args);
    if (request.position && !isId(String(request.position[0]))) {
      throw new AppError('BAD_USER_INPUT', 'This cursor belongs to another list.');
    }
    const filter = { status: args.status ?? undefined, query: args.query?.trim() || undefined };
    const page = await this.drafts.page(filter, request);
    return toConnection(page, toDraftOrderType, () => this.drafts.count(filter));
  }

  @ForStaff('ORDERS_WRITE')
  @Query(() => DraftOrderType, { nullable: true, description: 'One draft of an order.' })
  draftOrder(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<DraftOrderType | undefined> {
    return this.shown(id);
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => DraftOrderCreatePayload, { description: 'Begins to prepare an order.' })
  draftOrderCreate(
    @Arg('input', () => DraftOrderCreateInput, { description: 'What is known so far.' })
    input: DraftOrderCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<DraftOrderCreatePayload> {
    return answer(
      DraftOrderCreatePayload,
      draftCreateInput,
      input,
      (valid) => this.edit.create(valid, originOf(context)),
      async (payload, id) => {
        payload.draftOrder = await this.shown(id);
      },
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => DraftOrderUpdatePayload, { description: 'Changes an open draft.' })
  draftOrderUpdate(
    @Arg('input', () => DraftOrderUpdateInput, { description: 'What changes.' })
    input: DraftOrderUpdateInput,
    @Ctx() context: RequestContext,
  ): Promise<DraftOrderUpdatePayload> {
    return answer(
      DraftOrderUpdatePayload,
      draftUpdateInput,
      input,
      (valid) => this.edit.update(valid, originOf(context)),
      async (payload, id) => {
        payload.draftOrder = await this.shown(id);
      },
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => DraftOrderRemovePayload, {
    description: 'Removes an open draft; one that is gone already is no error.',
  })
  draftOrderRemove(
    @Arg('input', () => DraftOrderRemoveInput, { description: 'Which one.' })
    input: DraftOrderRemoveInput,
  ): Promise<DraftOrderRemovePayload> {
    return answer(
      DraftOrderRemovePayload,
      draftRemoveInput,
      input,
      (valid) => this.edit.remove(valid),
      (payload, id) => {
        payload.draftOrderId = id;
      },
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => DraftOrderCompletePayload, {
    description:
      'Places a draft as an order: its stock is taken and its money is due. Refused with InsufficientStock and the like.',
  })
  draftOrderComplete(
    @Arg('input', () => DraftOrderCompleteInput, { description: 'Which one.' })
    input: DraftOrderCompleteInput,
    @Ctx() context: RequestContext,
  ): Promise<DraftOrderCompletePayload> {
    return answer(
      DraftOrderCompletePayload,
      draftCompleteInput,
      input,
      (valid) => this.finish.run(valid, originOf(context)),
      async (payload, id) => {
        payload.draftOrder = await this.shown(id);
        const orderId = payload.draftOrder?.record.orderId;
        const order = orderId && (await context.loaders.get(this.orders.orderById).load(orderId));
        if (order) payload.order = toOrderType(order);
      },
    );
  }

  private async shown(id: string): Promise<DraftOrderType | undefined> {
    const draft = isId(id) ? await this.drafts.byId(id) : undefined;
    return draft && toDraftOrderType(draft);
  }
}

function originOf(context: RequestContext): DraftOrigin {
  return {
    actor: actorOf(context),
    requestId: context.requestId,
    maySetPrices: hasPermission(context.viewer, 'PRICING_WRITE'),
  };
}

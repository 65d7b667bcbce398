import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { ForStaff } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  fulfilInput,
  type FulfilOrder,
  type ParcelMove,
  parcelMoveInput,
  parcelUpdateInput,
} from '../commands/fulfil-order';
import {
  OrderFulfilPayload,
  ParcelCancelPayload,
  ParcelDeliverPayload,
  ParcelSendPayload,
  ParcelUpdatePayload,
} from './order.payloads';
import type { OrderAnswer } from './order-answer';
import {
  OrderFulfilInput,
  ParcelCancelInput,
  ParcelDeliverInput,
  ParcelSendInput,
  ParcelUpdateInput,
} from './parcel.inputs';

@Resolver()
export class ParcelsResolver {
  constructor(
    private readonly fulfil: FulfilOrder,
    private readonly answers: OrderAnswer,
  ) {}

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderFulfilPayload, {
    description: 'Puts some or all of what is left of an order into a parcel.',
  })
  orderFulfil(
    @Arg('input', () => OrderFulfilInput, { description: 'The goods.' }) input: OrderFulfilInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderFulfilPayload> {
    return answer(
      OrderFulfilPayload,
      fulfilInput,
      input,
      (wish) => this.fulfil.run(wish, this.answers.origin(context)),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ParcelUpdatePayload, {
    description: 'Corrects what is known of a parcel; what is not given is taken away.',
  })
  parcelUpdate(
    @Arg('input', () => ParcelUpdateInput, { description: 'What is known.' })
    input: ParcelUpdateInput,
    @Ctx() context: RequestContext,
  ): Promise<ParcelUpdatePayload> {
    return answer(
      ParcelUpdatePayload,
      parcelUpdateInput,
      input,
      (wish) =>
        this.answers.ofPart('parcel', wish.parcelId, wish, (call) =>
          this.fulfil.update(call, this.answers.origin(context)),
        ),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ParcelSendPayload, { description: 'Records that a prepared parcel left.' })
  parcelSend(
    @Arg('input', () => ParcelSendInput, { description: 'The parcel.' }) input: ParcelSendInput,
    @Ctx() context: RequestContext,
  ): Promise<ParcelSendPayload> {
    return answer(
      ParcelSendPayload,
      parcelMoveInput,
      input,
      (wish) => this.move({ ...wish, to: 'SENT' }, context),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ParcelDeliverPayload, { description: 'Records that a parcel arrived.' })
  parcelDeliver(
    @Arg('input', () => ParcelDeliverInput, { description: 'The parcel.' })
    input: ParcelDeliverInput,
    @Ctx() context: RequestContext,
  ): Promise<ParcelDeliverPayload> {
    return answer(
      ParcelDeliverPayload,
      parcelMoveInput,
      input,
      (wish) => this.move({ ...wish, to: 'DELIVERED' }, context),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => ParcelCancelPayload, {
    description: 'Unpacks a parcel that was not sent; its goods can be packed again or cancelled.',
  })
  parcelCancel(
    @Arg('input', () => ParcelCancelInput, { description: 'The parcel.' }) input: ParcelCancelInput,
    @Ctx() context: RequestContext,
  ): Promise<ParcelCancelPayload> {
    return answer(
      ParcelCancelPayload,
      parcelMoveInput,
      input,
      (wish) => this.move({ ...wish, to: 'CANCELLED' }, context),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  private move(wish: Omit<ParcelMove, 'orderId'>, context: RequestContext) {
    return this.answers.ofPart('parcel', wish.parcelId, wish, (call) =>
      this.fulfil.move(call, this.answers.origin(context)),
    );
  }
}

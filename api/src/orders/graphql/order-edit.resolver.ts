import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { ForStaff } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { type AddNote, noteInput } from '../commands/add-note';
import { editInput, type EditOrder } from '../commands/edit-order';
import { exchangeInput, type ExchangeOrder } from '../commands/exchange-order';
import {
  OrderEditPayload,
  OrderEditPreview,
  OrderExchangePayload,
  OrderExchangePreview,
  OrderNoteAddPayload,
} from './order.payloads';
import type { OrderAnswer } from './order-answer';
import {
  OrderEditInput,
  OrderEditPreviewInput,
  OrderExchangeInput,
  OrderExchangePreviewInput,
} from './order-edit.inputs';
import { OrderNoteAddInput } from './order-parts.inputs';
import type { OrderPreviews } from './order-previews';

@Resolver()
export class OrderEditResolver {
  constructor(
    private readonly editing: EditOrder,
    private readonly exchanging: ExchangeOrder,
    private readonly noting: AddNote,
    private readonly previews: OrderPreviews,
    private readonly answers: OrderAnswer,
  ) {}

  @ForStaff('ORDERS_READ')
  @Query(() => OrderEditPreview, { description: 'What an edit would make of an order.' })
  orderEditPreview(
    @Arg('input', () => OrderEditPreviewInput, { description: 'The edit.' })
    input: OrderEditPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderEditPreview> {
    return this.previews.ofEdit(input, context);
  }

  @ForStaff('ORDERS_READ')
  @Query(() => OrderExchangePreview, {
    description: 'What an exchange would make of an order, and who would owe the difference.',
  })
  orderExchangePreview(
    @Arg('input', () => OrderExchangePreviewInput, { description: 'The goods.' })
    input: OrderExchangePreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderExchangePreview> {
    return this.previews.ofExchange(input, context);
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderEditPayload, {
    description:
      'Changes what was ordered, or where it goes, while nothing of it is in a parcel. Goods are taken and given back at once; the difference is due or goes back.',
  })
  orderEdit(
    @Arg('input', () => OrderEditInput, { description: 'The edit.' }) input: OrderEditInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderEditPayload> {
    return answer(
      OrderEditPayload,
      editInput,
      input,
      (wish) => this.editing.run(wish, this.answers.origin(context)),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderExchangePayload, {
    description:
      'Takes goods back and sends others under the same order; the difference is due or goes back.',
  })
  orderExchange(
    @Arg('input', () => OrderExchangeInput, { description: 'The goods.' })
    input: OrderExchangeInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderExchangePayload> {
    return answer(
      OrderExchangePayload,
      exchangeInput,
      input,
      (wish) => this.exchanging.run(wish, this.answers.origin(context)),
      (payload, id) => this.answers.withReturn(payload, id),
    );
  }

  @ForStaff('ORDERS_WRITE')
  @Mutation(() => OrderNoteAddPayload, {
    description: 'Writes a note: for the shop alone, or to the customer.',
  })
  orderNoteAdd(
    @Arg('input', () => OrderNoteAddInput, { description: 'The note.' }) input: OrderNoteAddInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderNoteAddPayload> {
    return answer(
      OrderNoteAddPayload,
      noteInput,
      input,
      (wish) => this.noting.run(wish, this.answers.origin(context)),
      (payload, id) => this.answers.withOrder(payload, id),
    );
  }
}

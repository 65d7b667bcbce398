import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { z } from 'zod';

import { ForStaff, Public } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import {
  type ConnectionShape,
  PageArgs,
  toConnection,
  toTimePageRequest,
} from '../../platform/graphql/connection';
import { optionalText } from '../../platform/graphql/input-schemas';
import type { RequestContext } from '../../platform/graphql/request-context';
import { orderStatuses, paymentStatuses } from '../domain/order-status';
import { returnStatuses } from '../domain/return-state';
import type { OrderAccess } from '../order-access';
import type { OrderReadModel } from '../persistence/order.read-model';
import { OrderWhere } from './order.inputs';
import { OrderConnection, OrderType, toOrderType } from './order.type';

const orderWhere = z
  .object({
    statuses: z.array(z.enum(orderStatuses)).nullish(),
    paymentStatuses: z.array(z.enum(paymentStatuses)).nullish(),
    returnStatuses: z.array(z.enum(returnStatuses)).nullish(),
    query: optionalText(100),
    placedFrom: z.date().nullish(),
    placedTo: z.date().nullish(),
  })
  .transform((where) => ({
    statuses: where.statuses ?? undefined,
    paymentStatuses: where.paymentStatuses ?? undefined,
    returnStatuses: where.returnStatuses ?? undefined,
    query: where.query,
    placedFrom: where.placedFrom ?? undefined,
    placedTo: where.placedTo ?? undefined,
  }));

@Resolver(() => OrderType)
export class OrderResolver {
  constructor(
    private readonly readModel: OrderReadModel,
    private readonly access: OrderAccess,
  ) {}

  @Public()
  @Query(() => OrderType, {
    nullable: true,
    description:
      'An order, by id for its customer and staff, by tracking token for anyone who has it.',
  })
  async order(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: "The order's id." }) id?: string,
    @Arg('trackingToken', () => String, { nullable: true, description: 'Its tracking secret.' })
    trackingToken?: string,
  ): Promise<OrderType | undefined> {
    const order = await this.access.find({ orderId: id, trackingToken }, context);
    return order && toOrderType(order);
  }

  @ForStaff('ORDERS_READ')
  @Query(() => OrderConnection, { description: 'All orders, newest first.' })
  async orders(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('where', () => OrderWhere, { nullable: true, description: 'Narrows the list.' })
    where?: OrderWhere,
  ): Promise<ConnectionShape<OrderType>> {
    const parsed = orderWhere.safeParse(where ?? {});
    if (!parsed.success) {
      throw new AppError('BAD_USER_INPUT', parsed.error.issues[0]?.message ?? 'Bad filter.');
    }
    const rows = await this.readModel.page(parsed.data, toTimePageRequest(page));
    return toConnection(rows, toOrderType, () => this.readModel.count(parsed.data));
  }
}

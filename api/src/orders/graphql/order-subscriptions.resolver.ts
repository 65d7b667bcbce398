import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';

import type { FeedEvent } from '../../platform/events/event-feed';
import { ForStaff, Public } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import { feedPositionOf, sequenceOf } from '../../platform/graphql/event-positions';
import type { RequestContext } from '../../platform/graphql/request-context';
import { EventCursor } from '../../platform/graphql/scalars';
import { bySource, type HasSubscriptionSources } from '../../platform/graphql/subscription-source';
import type { OrderAccess } from '../order-access';
import type { OrderEvent, OrderEvents } from '../order-events';
import type { OrderLoaders } from './order.loaders';
import { OrderEventType, toOrderEventType } from './order-event.type';

interface OrderEventsArgs {
  readonly orderId?: string | null;
  readonly trackingToken?: string | null;
  readonly after?: string | null;
}

@Resolver()
export class OrderSubscriptionsResolver implements HasSubscriptionSources {
  constructor(
    private readonly events: OrderEvents,
    private readonly access: OrderAccess,
    private readonly loaders: OrderLoaders,
  ) {}

  readonly sources = {
    orderEvents: (args: OrderEventsArgs, context: RequestContext) => this.follow(args, context),
    orderFeed: ({ after }: Pick<OrderEventsArgs, 'after'>) =>
      this.events.followAll(feedPositionOf(after)),
  };

  @Public()
  @Subscription(() => OrderEventType, {
    ...bySource,
    description:
      "Follows one order live. Give the order's id (its customer or staff) or its tracking token. With `after`, first everything missed since that cursor, then live, in order, without gap or duplicate. Without it, from now on. Who may see the order is asked again for each event. A client that reads too slowly is cut off (4008 on a socket) and loses nothing by coming back with `after`.",
  })
  async orderEvents(
    @Root() event: OrderEvent,
    @Ctx() context: RequestContext,
    @Arg('orderId', () => ID, { nullable: true, description: "The order's id." })
    orderId?: string,
    @Arg('trackingToken', () => String, { nullable: true, description: 'Its tracking secret.' })
    trackingToken?: string,
    @Arg('after', () => EventCursor, { nullable: true, description: 'The last event seen.' })
    _after?: string,
  ): Promise<OrderEventType> {
    const order = await context.loaders.get(this.loaders.orderById).load(event.aggregateId);
    if (!order || !this.access.mayFollow(order, { orderId, trackingToken }, context)) {
      throw new AppError('NOT_FOUND', 'There is no such order.');
    }
    return toOrderEventType(event);
  }

  @ForStaff('ORDERS_READ')
  @Subscription(() => OrderEventType, {
    ...bySource,
    description:
      'Every event of every order as it happens. With `after`, first everything missed since that cursor, then live, each event once and each order in order. Without it, from now on. Its cursors are of another kind than those of one order.',
  })
  orderFeed(
    @Root() { event, cursor }: FeedEvent,
    @Arg('after', () => EventCursor, {
      nullable: true,
      description: 'The last event seen of this feed.',
    })
    _after?: string,
  ): OrderEventType {
    return toOrderEventType(event as unknown as OrderEvent, cursor);
  }

  private async follow(args: OrderEventsArgs, context: RequestContext) {
    const sequence = sequenceOf(args.after);
    const order = await this.access.find(args, context);
    if (!order) throw new AppError('NOT_FOUND', 'There is no such order.');
    return this.events.follow(order.id, sequence);
  }
}

import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';

import { ForStaff, Public } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import type { RequestContext } from '../../platform/graphql/request-context';
import { EventCursor } from '../../platform/graphql/scalars';
import { bySource, type HasSubscriptionSources } from '../../platform/graphql/subscription-source';
import { decodeEventCursor } from '../domain/order-cursor';
import type { OrderAccess } from '../order-access';
import type { OrderEvent, OrderEvents } from '../order-events';
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
  ) {}

  readonly sources = {
    orderEvents: (args: OrderEventsArgs, context: RequestContext) => this.follow(args, context),
    orderFeed: () => this.events.followAll(),
  };

  @Public()
  @Subscription(() => OrderEventType, {
    ...bySource,
    description:
      "Follows one order live. Give the order's id (its customer or staff) or its tracking token. With `after`, first everything missed since that cursor, then live, in order, without gap or duplicate. Without it, from now on.",
  })
  orderEvents(
    @Root() event: OrderEvent,
    @Arg('orderId', () => ID, { nullable: true, description: "The order's id." })
    _orderId?: string,
    @Arg('trackingToken', () => String, { nullable: true, description: 'Its tracking secret.' })
    _trackingToken?: string,
    @Arg('after', () => EventCursor, { nullable: true, description: 'The last event seen.' })
    _after?: string,
  ): OrderEventType {
    return toOrderEventType(event);
  }

  @ForStaff('ORDERS_READ')
  @Subscription(() => OrderEventType, {
    ...bySource,
    description:
      'Every event of every order as it happens. After a reconnect, read the list again.',
  })
  orderFeed(@Root() event: OrderEvent): OrderEventType {
    return toOrderEventType(event);
  }

  private async follow(args: OrderEventsArgs, context: RequestContext) {
    const sequence = args.after ? decodeEventCursor(args.after) : undefined;
    if (args.after && sequence === undefined) {
      throw new AppError('BAD_USER_INPUT', 'This cursor is not valid.');
    }
    const order = await this.access.find(args, context);
    if (!order) throw new AppError('NOT_FOUND', 'There is no such order.');
    return this.events.follow(order.id, sequence);
  }
}

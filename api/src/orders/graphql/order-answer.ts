import { refused, type Result } from '../../kernel/result';
import { actorOf } from '../../platform/graphql/actor';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { OrderAccess, OrderKey } from '../order-access';
import type { EventOrigin } from '../order-events';
import type { OrderReadModel } from '../persistence/order.read-model';
import type { OrderPayload, ReturnPayload } from './order.payloads';
import { toOrderType } from './order.type';
import { toReturnType } from './order-return.type';

/** A call that names an order by its id or by the secret of its tracking page. */
type Named<T> = Omit<T, 'trackingToken' | 'orderId'> & { readonly orderId: string };

/** What resolvers of orders have in common: whom they act for, on which order, and how they answer. */
export class OrderAnswer {
  constructor(
    private readonly orders: OrderReadModel,
    private readonly access: OrderAccess,
  ) {}

  /** Who acts. */
  origin(context: RequestContext): EventOrigin {
    return { actor: actorOf(context), requestId: context.requestId };
  }

  /** Does something to an order that the caller may change. Somebody else's is not found. */
  async named<T extends OrderKey, V>(
    { orderId, trackingToken, ...call }: T,
    context: RequestContext,
    command: (call: Named<T>) => Promise<Result<V>>,
  ): Promise<Result<V>> {
    const order = await this.access.findToChange({ orderId, trackingToken }, context);
    if (!order) return refused({ code: 'NOT_FOUND', message: 'There is no such order.' });
    return command({ ...call, orderId: order.id });
  }

  /** Does something to the order that a parcel or a return belongs to. */
  async ofPart<T extends object, V>(
    kind: 'parcel' | 'order_return',
    id: string,
    call: T,
    command: (call: T & { readonly orderId: string }) => Promise<Result<V>>,
  ): Promise<Result<V>> {
    const orderId = await this.orders.orderOf(kind, id);
    const what = kind === 'parcel' ? 'parcel' : 'return';
    if (!orderId) return refused({ code: 'NOT_FOUND', message: `There is no such ${what}.` });
    return command({ ...call, orderId });
  }

  /** Answers with the order as it is now. */
  async withOrder(payload: OrderPayload, id: string): Promise<void> {
    const order = await this.orders.byId(id);
    payload.order = order && toOrderType(order);
  }

  /** Answers with the return and its order as they are now. */
  async withReturn(payload: ReturnPayload, id: string): Promise<void> {
    const orderId = await this.orders.orderOf('order_return', id);
    if (!orderId) return;
    await this.withOrder(payload, orderId);
    const made = (await this.orders.returnsOf([orderId])).find((each) => each.id === id);
    const currency = payload.order?.currencyCode;
    payload.orderReturn = made && currency ? toReturnType(made, currency) : undefined;
  }
}

import { isId } from '../kernel/ids';
import { AppError } from '../platform/graphql/app-error';
import type { RequestContext } from '../platform/graphql/request-context';
import { hasPermission } from '../platform/security/viewer';
import type { OrderParty } from './domain/order-state';
import type { OrderEntity } from './persistence/order.entity';
import type { OrderReadModel } from './persistence/order.read-model';

/** How a caller names an order: by id (its customer or staff) or by the secret of its tracking page. */
export interface OrderKey {
  readonly orderId?: string | null;
  readonly trackingToken?: string | null;
}

/** Finds orders for callers. One that is not theirs is not found, so that nobody learns that it exists. */
export class OrderAccess {
  constructor(private readonly orders: OrderReadModel) {}

  /** The order, if the caller may see it. */
  async find(key: OrderKey, context: RequestContext): Promise<OrderEntity | undefined> {
    if (key.trackingToken) return this.orders.byTrackingToken(key.trackingToken);
    if (!key.orderId || !isId(key.orderId)) return undefined;
    const order = await this.orders.byId(key.orderId);
    return order && this.maySee(order, context) ? order : undefined;
  }

  /** The order, if the caller may also change something about it. */
  async findToChange(key: OrderKey, context: RequestContext): Promise<OrderEntity | undefined> {
    const order = await this.find(key, context);
    const { viewer } = context;
    const isStaff = viewer.kind === 'staff' || viewer.kind === 'api-key';
    if (order && isStaff && !hasPermission(viewer, 'ORDERS_WRITE')) {
      throw new AppError('FORBIDDEN', 'This needs the permission ORDERS_WRITE.');
    }
    return order;
  }

  /** Whether a caller who named an order so may still see it as it is now. */
  mayFollow(order: OrderEntity, key: OrderKey, context: RequestContext): boolean {
    return key.trackingToken
      ? order.trackingToken === key.trackingToken
      : this.maySee(order, context);
  }

  private maySee(order: OrderEntity, { viewer }: RequestContext): boolean {
    if (viewer.kind === 'customer') return order.customerId === viewer.customerId;
    return hasPermission(viewer, 'ORDERS_READ');
  }
}

/** On whose side the caller stands. */
export function partyOf({ viewer }: RequestContext): OrderParty {
  return hasPermission(viewer, 'ORDERS_WRITE') ? 'staff' : 'shopper';
}

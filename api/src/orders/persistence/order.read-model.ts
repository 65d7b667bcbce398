import { Brackets, type DataSource, In, type SelectQueryBuilder } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import { likePattern } from '../../platform/database/like-pattern';
import type { BookParcel } from '../domain/order-book';
import type { OrderStatus, PaymentStatus } from '../domain/order-status';
import type { ReturnStatus } from '../domain/return-state';
import { OrderEntity, OrderLineEntity } from './order.entity';
import { parcelsOf } from './read-order-book';
import { type OrderReturn, returnsOf } from './return.repository';

/** What a list of orders is narrowed to. */
export interface OrderFilter {
  readonly customerId?: string;
  readonly statuses?: readonly OrderStatus[];
  readonly paymentStatuses?: readonly PaymentStatus[];
  readonly returnStatuses?: readonly ReturnStatus[];
  /** Part of a number, an e-mail address or the name on the parcel. */
  readonly query?: string;
  readonly placedFrom?: Date;
  readonly placedTo?: Date;
}

/** Reads orders for screens. */
export class OrderReadModel {
  constructor(private readonly dataSource: DataSource) {}

  /** The order with this id. */
  async byId(id: string): Promise<OrderEntity | undefined> {
    return (await this.repository.findOneBy({ id })) ?? undefined;
  }

  /** The order whose tracking page has this secret. */
  async byTrackingToken(trackingToken: string): Promise<OrderEntity | undefined> {
    return (await this.repository.findOneBy({ trackingToken })) ?? undefined;
  }

  /** Several orders in one statement. */
  byIds(ids: readonly string[]): Promise<OrderEntity[]> {
    return this.repository.findBy({ id: In([...ids]) });
  }

  /** The lines of several orders in one statement, in their order. */
  linesOf(orderIds: readonly string[]): Promise<OrderLineEntity[]> {
    return this.dataSource.getRepository(OrderLineEntity).find({
      where: { orderId: In([...orderIds]) },
      order: { orderId: 'ASC', position: 'ASC' },
    });
  }

  /** The parcels of several orders in one statement. */
  parcelsOf(orderIds: readonly string[]): Promise<ReadonlyMap<string, BookParcel[]>> {
    return parcelsOf(this.dataSource.manager, orderIds);
  }

  /** The returns of several orders in one statement. */
  returnsOf(orderIds: readonly string[]): Promise<OrderReturn[]> {
    return returnsOf(this.dataSource.manager, orderIds);
  }

  /** The order that a parcel or a return belongs to. */
  async orderOf(kind: 'parcel' | 'order_return', id: string): Promise<string | undefined> {
    const rows: { order_id: string }[] = await this.dataSource.query(
      `SELECT order_id FROM ${kind} WHERE id = $1`,
      [id],
    );
    return rows[0]?.order_id;
  }

  /** One page, newest first. */
  async page(filter: OrderFilter, request: PageRequest): Promise<Page<OrderEntity>> {
    const forward = request.direction === 'forward';
    const query = this.filtered(filter);
    if (request.position) {
      const [time, id] = request.position;
      query.andWhere(`(o.placedAt, o.id) ${forward ? '<' : '>'} (:time::timestamptz, :id::uuid)`, {
        time,
        id,
      });
    }
    const direction = forward ? 'DESC' : 'ASC';
    const rows = await query
      .orderBy(`o.placedAt`, direction)
      .addOrderBy('o.id', direction)
      .limit(request.limit + 1)
      .getMany();
    return toPage(rows, request, (row) => [row.placedAt.toISOString(), row.id]);
  }

  /** How many there are in the whole list. */
  count(filter: OrderFilter): Promise<number> {
    return this.filtered(filter).getCount();
  }

  private get repository() {
    return this.dataSource.getRepository(OrderEntity);
  }

  private filtered(filter: OrderFilter): SelectQueryBuilder<OrderEntity> {
    const query = this.repository.createQueryBuilder('o').where('true');
    const { customerId, statuses, paymentStatuses, placedFrom, placedTo } = filter;
    if (customerId) query.andWhere('o.customerId = :customerId', { customerId });
    if (statuses) query.andWhere('o.status = ANY(:statuses)', { statuses });
    if (paymentStatuses) {
      query.andWhere('o.paymentStatus = ANY(:paymentStatuses)', { paymentStatuses });
    }
    if (filter.returnStatuses) {
      query.andWhere(
        'EXISTS (SELECT 1 FROM order_return r WHERE r.order_id = o.id AND r.status = ANY(:returnStatuses))',
        { returnStatuses: filter.returnStatuses },
      );
    }
    if (placedFrom) query.andWhere('o.placedAt >= :placedFrom', { placedFrom });
    if (placedTo) query.andWhere('o.placedAt < :placedTo', { placedTo });
    if (filter.query) {
      const pattern = likePattern(filter.query);
      query.andWhere(
        new Brackets((any) => {
          any
            .where('o.number ILIKE :pattern', { pattern })
            .orWhere('o.email ILIKE :pattern')
            .orWhere(`o.shipping_address->>'name' ILIKE :pattern`);
        }),
      );
    }
    return query;
  }
}

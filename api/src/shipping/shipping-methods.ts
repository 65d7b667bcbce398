import type { DataSource, EntityManager } from 'typeorm';

import { ShippingMethodEntity } from './persistence/shipping-method.entity';

/** A way of delivery as other modules may know it. */
export type ShippingMethod = Readonly<ShippingMethodEntity>;

/** Reads the shop's ways of delivery. They are shown as a part of the shop: whoever changes them says so by its tag. */
export class ShippingMethods {
  constructor(private readonly dataSource: DataSource) {}

  /** All of them, cheapest first. */
  list(): Promise<ShippingMethod[]> {
    return this.dataSource
      .getRepository(ShippingMethodEntity)
      .find({ order: { priceMinor: 'ASC', code: 'ASC' } });
  }

  /** The one with this code. */
  async find(code: string, manager?: EntityManager): Promise<ShippingMethod | undefined> {
    const repository = (manager ?? this.dataSource.manager).getRepository(ShippingMethodEntity);
    return (await repository.findOneBy({ code })) ?? undefined;
  }
}

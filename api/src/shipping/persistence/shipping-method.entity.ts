import { Column, Entity, PrimaryColumn } from 'typeorm';

import { bigintColumn } from '../../platform/database/bigint-column';

/** A way of delivery at one flat price. */
@Entity('shipping_method')
export class ShippingMethodEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('bigint', { name: 'price_minor', transformer: bigintColumn })
  priceMinor: bigint;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The shop's own settings: one row. */
@Entity('shop')
export class ShopEntity {
  @PrimaryColumn('boolean', { name: 'only_row' })
  onlyRow: boolean;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('text', { name: 'currency_code' })
  currencyCode: string;

  @Column('boolean', { name: 'prices_include_tax' })
  pricesIncludeTax: boolean;

  /** Countries the shop ships to, ISO 3166-1 alpha-2, in display order. */
  @Column('text', { name: 'country_codes', array: true })
  countryCodes: string[];

  /** Letters before an order's number, such as HT in HT-1001. */
  @Column('text', { name: 'order_prefix' })
  orderPrefix: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

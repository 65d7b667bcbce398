import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of products that are shown together. */
@Entity('collection')
export class CollectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('uuid', { name: 'image_id', nullable: true })
  imageId: string | null;

  /** Place among the collections, from 1. */
  @Column('integer')
  position: number;
}

/** A product is in a collection. */
@Entity('collection_product')
export class CollectionProductEntity {
  @PrimaryColumn('uuid', { name: 'collection_id' })
  collectionId: string;

  @PrimaryColumn('uuid', { name: 'product_id' })
  productId: string;
}

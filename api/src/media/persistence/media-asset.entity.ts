import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stored media file and what it shows. */
@Entity('media_asset')
export class MediaAssetEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Name of the file in the media folder, derived from its content. */
  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text')
  alt: string;

  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  @Column('integer', { name: 'byte_size' })
  byteSize: number;

  /** What the file was made from, so that making it again can be skipped. */
  @Column('text', { name: 'source_key', nullable: true, unique: true })
  sourceKey: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

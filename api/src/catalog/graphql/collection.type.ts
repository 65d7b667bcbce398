import { Field, ID, ObjectType } from 'type-graphql';

import { ImageType, toImageType } from '../../media';
import { Shared } from '../../platform/graphql/caching';
import { connectionOf } from '../../platform/graphql/connection';
import type { CollectionRow } from '../persistence/collection.read-model';

@Shared<CollectionType>({ kind: 'collection', id: ({ id }) => id })
@ObjectType('Collection', { description: 'A group of products that are shown together.' })
export class CollectionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Name in addresses, unique in the shop.' })
  slug: string;

  @Field(() => String, { description: 'Name.' })
  title: string;

  @Field(() => String, { description: 'What unites its products.' })
  description: string;

  @Field(() => ImageType, { nullable: true, description: 'The picture that stands for it.' })
  image?: ImageType;
}

/** Maps a collection to its GraphQL form. */
export function toCollectionType(row: CollectionRow): CollectionType {
  return Object.assign(new CollectionType(), {
    id: row.id,
    slug: row.slug,
    title: row.title,
    description: row.description,
    image: row.image && toImageType(row.image),
  });
}

export const CollectionConnection = connectionOf('Collection', () => CollectionType);

import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Shared } from '../../platform/graphql/caching';

@Shared()
@ObjectType('Image', { description: 'A picture.' })
export class ImageType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, {
    description:
      "Path of the picture, below the shop's own address. Append `?w=` with 160, 320, 640, 960 or 1280 for a narrower rendition (webp).",
  })
  url: string;

  @Field(() => String, { description: 'What it shows, for those who cannot see it.' })
  alt: string;

  @Field(() => Int, { description: 'Width in pixels.' })
  width: number;

  @Field(() => Int, { description: 'Height in pixels.' })
  height: number;
}

/** A picture as it is passed between modules. */
export type ImageRecord = Readonly<Pick<ImageType, 'id' | 'url' | 'alt' | 'width' | 'height'>>;

/** Maps a picture to its GraphQL form. */
export function toImageType(image: ImageRecord): ImageType {
  return Object.assign(new ImageType(), image);
}

/** Where a stored file is served, below the shop's own address. */
export function mediaUrl(fileName: string): string {
  return `/media/${fileName}`;
}

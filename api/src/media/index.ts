export { ImageType, mediaUrl, toImageType, type ImageRecord } from './graphql/image.type';
export type { MediaLibrary } from './media-library';
export { createMediaModule } from './media.module';
export { MediaAssetEntity } from './persistence/media-asset.entity';

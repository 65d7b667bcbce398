export { ImageType, toImageType, type ImageRecord } from './graphql/image.type';

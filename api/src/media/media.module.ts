import { join } from 'node:path';

import type { ModuleParts, Platform } from '../platform/module';
import { MediaLibrary } from './media-library';
import { registerMedia } from './media-routes';
import { MediaStore } from './media-store';
import { MediaAssetRepository } from './persistence/media-asset.repository';

/** Wires the media folder: keeping pictures and serving them. */
export function createMediaModule(
  { dataSource, transactions, clock }: Platform,
  { dataDirectory }: { readonly dataDirectory: string },
): ModuleParts & { readonly library: MediaLibrary } {
  const store = new MediaStore(join(dataDirectory, 'media'));
  return {
    resolvers: [],
    routes: (app) => registerMedia(app, store),
    library: new MediaLibrary(store, new MediaAssetRepository(dataSource), transactions, clock),
  };
}

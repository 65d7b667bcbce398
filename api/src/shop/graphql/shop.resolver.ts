import { Ctx, Query, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import { Cached, dependsOn } from '../../platform/graphql/caching';
import type { RequestContext } from '../../platform/graphql/request-context';
import { SHOP_TAG, type ShopSettingsReader } from '../persistence/shop-settings';
import { ShopType } from './shop.type';

@Resolver(() => ShopType)
export class ShopResolver {
  constructor(private readonly settings: ShopSettingsReader) {}

  @Public()
  @Cached({ maxAgeSeconds: 3_600 })
  @Query(() => ShopType, { description: 'The shop itself.' })
  async shop(@Ctx() context: RequestContext): Promise<ShopType> {
    dependsOn(context, SHOP_TAG);
    return Object.assign(new ShopType(), await this.settings.readNow());
  }
}

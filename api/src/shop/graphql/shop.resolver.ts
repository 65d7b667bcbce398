import { Ctx, Query, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import { Cached, dependsOn } from '../../platform/graphql/caching';
import type { RequestContext } from '../../platform/graphql/request-context';
import { SHOP_TAG, type ShopSettingsReader } from '../persistence/shop-settings';
import { ShopType } from './shop.type';

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

@Resolver(() => ShopType)
export class ShopResolver {
  constructor(private readonly settings: ShopSettingsReader) {}

  @Public()
  @Cached({ maxAgeSeconds: 3_600 })
  @Query(() => ShopType, { description: 'The shop itself.' })
  async shop(@Ctx() context: RequestContext): Promise<ShopType> {
    dependsOn(context, SHOP_TAG);
    const { countryCodes, ...settings } = await this.settings.readNow();
    const countries = countryCodes.map((code) => ({ code, name: countryNames.of(code) ?? code }));
    return Object.assign(new ShopType(), settings, { countries });
  }
}

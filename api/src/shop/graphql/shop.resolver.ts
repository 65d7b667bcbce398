import { Query, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import type { ShopSettingsReader } from '../persistence/shop-settings';
import { ShopType } from './shop.type';

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

@Resolver(() => ShopType)
export class ShopResolver {
  constructor(private readonly settings: ShopSettingsReader) {}

  @Public()
  @Query(() => ShopType, { description: 'The shop itself.' })
  async shop(): Promise<ShopType> {
    const { countryCodes, ...settings } = await this.settings.read();
    const countries = countryCodes.map((code) => ({ code, name: countryNames.of(code) ?? code }));
    return Object.assign(new ShopType(), settings, { countries });
  }
}

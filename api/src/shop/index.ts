export { createShopModule } from './shop.module';
export { ShopEntity } from './persistence/shop.entity';
export { CountryType, ShopType, toCountryType } from './graphql/shop.type';
export { SHOP_TAG, type ShopSettingsReader } from './persistence/shop-settings';

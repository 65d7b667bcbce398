import { ShopEntity } from '../shop';

/** Every entity of every module. */
export const entities = [ShopEntity];

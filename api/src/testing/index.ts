export { makeBundle, type MadeBundle } from './bundled-products';
export { collectEverything } from './collect-everything';
export { eventually } from './eventually';
export { createTestApp, type TestApp } from './test-app';
export { GraphqlClient, type GraphqlAnswer } from './graphql-client';
export { addsUp, lineOf, OrderDesk } from './order-desk';
export { Shopper, signInStaff, USER_ERRORS, type SeenError } from './shopper';
export { stockProducts } from './stocked-products';
export { testRedisUrl } from './test-redis';

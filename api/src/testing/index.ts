export { createTestApp, type TestApp } from './test-app';
export { GraphqlClient, type GraphqlAnswer } from './graphql-client';
export { TestClock } from './test-clock';

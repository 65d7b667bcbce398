/** URL of the Redis server that tests run against; `npm test` starts one and sets it. */
export function testRedisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) throw new Error('Set TEST_REDIS_URL to a Redis URL, or run `npm test`.');
  return url;
}

import { isDatabaseOutage } from './outage';

describe('an outage of the database', () => {
  it.each([
    ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a server that shuts down', Object.assign(new Error('admin'), { code: '57P01' })],
    ['a cut connection', new Error('Connection terminated unexpectedly')],
    ['a pool that got none in time', new Error('timeout exceeded when trying to connect')],
    ['several addresses that all refuse', { errors: [{ code: 'ECONNREFUSED' }] }],
    ['what TypeORM makes of it', { name: 'QueryFailedError', driverError: { code: '08006' } }],
    ['what GraphQL makes of it', { originalError: { driverError: { code: '57P03' } } }],
  ])('is recognised in %s', (_what, error) => {
    expect(isDatabaseOutage(error)).toBe(true);
  });

  it.each([
    ['a broken rule', { code: '23505', message: 'duplicate key' }],
    ['a bug', new TypeError('x is not a function')],
    ['nothing', undefined],
    ['a circle', circle()],
  ])('is not seen in %s', (_what, error) => {
    expect(isDatabaseOutage(error)).toBe(false);
  });
});

function circle(): object {
  const error: Record<string, unknown> = { code: 'X' };
  error['cause'] = error;
  return error;
}

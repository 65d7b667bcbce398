import { cachePolicyFor } from './cache-policy';
import { readServerConfig } from './server-config';

describe('the rendering server', () => {
  it('answers under the public address and on the machine itself, and nowhere else', () => {
    const { allowedHosts } = readServerConfig({ PUBLIC_URL: 'https://shop.example:8443' });

    expect(allowedHosts).toEqual(['localhost', '127.0.0.1', 'shop.example']);
  });

  it('refuses to start with an address that is none', () => {
    expect(() => readServerConfig({ API_URL: 'api:4000' })).toThrow(/API_URL/);
    expect(() => readServerConfig({ PORT: 'eighty' })).toThrow('PORT must be a port number');
  });

  it('names the card provider only where cards are taken', () => {
    expect(readServerConfig({}).cardProvider).toBeUndefined();
    expect(readServerConfig({ STRIPE_PUBLISHABLE_KEY: 'pk_1' }).cardProvider).toBe('stripe');
  });

  it.each(['/cart', '/checkout', '/account/orders/1', '/track/abc', '/order-placed/abc'])(
    'never lets %s be stored',
    (path) => {
      expect(cachePolicyFor(path)).toBe('private, no-store');
    },
  );

  it('lets a catalogue page be kept for Back', () => {
    expect(cachePolicyFor('/products/wave')).toBe('private, no-cache');
  });
});

import { securityHeaders } from '../../tools/launcher/routes.ts';
import { expect, test } from '../harness/fixtures.ts';

test('Nginx tells that the shop lives and what each part of it says', async ({ shop }) => {
  const live = await fetch(`${shop.nginxUrl}/livez`);
  const ready = await fetch(`${shop.nginxUrl}/readyz`);
  const body = (await ready.json()) as { checks: Record<string, unknown> };

  expect(live.status).toBe(200);
  expect(ready.status).toBe(200);
  expect(Object.keys(body.checks)).toEqual(expect.arrayContaining(['database', 'redis']));
});

test('every answer carries the security headers once, whoever wrote it', async ({ shop }) => {
  for (const path of ['/', '/admin/', '/livez', '/admin']) {
    const { headers } = await fetch(`${shop.nginxUrl}${path}`, { redirect: 'manual' });
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name), `${name} of ${path}`).toBe(value);
    }
  }
});

test('/admin leads to /admin/ on whatever address the visitor used', async ({ shop }) => {
  const { status, headers } = await fetch(`${shop.nginxUrl}/admin`, { redirect: 'manual' });

  expect(status).toBe(301);
  expect(headers.get('location')).toBe('/admin/');
});

test('the console’s pages are asked for each time and its hashed files never again', async ({
  shop,
}) => {
  const page = await fetch(`${shop.nginxUrl}/admin/orders`);
  const script = /src="(main-[A-Z0-9]{8}\.js)"/.exec(await page.text())?.[1];
  const asset = await fetch(`${shop.nginxUrl}/admin/${script}`);
  const missing = await fetch(`${shop.nginxUrl}/admin/chunk-GONE0000.js`);

  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(missing.status).toBe(404);
});

test('the shop keeps serving while one of its API processes is down', async ({ shop }) => {
  await shop.killApi(0);

  for (let request = 0; request < 6; request++) {
    const { status } = await fetch(`${shop.nginxUrl}/readyz`);
    expect(status).toBe(200);
  }
});

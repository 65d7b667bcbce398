import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { Console } from '../pages/console.ts';

test('staff see what is kept after a shopper has looked around, and let go of it', async ({
  browser,
  page,
  shop,
}) => {
  const shopper = await browser.newPage();
  await shopper.goto(shop.url);
  await shopper.getByRole('heading', { level: 1 }).first().waitFor();
  await shopper.close();
  const office = new Console(page);
  await office.signIn();
  await office.openSystemPage('Cache');
  const current = page.getByTestId('kept-answer').filter({ hasText: 'Current' });

  // Two processes answer in turn, each with a memory of its own.
  await expect(async () => {
    await office.refresh();
    await expect(current.filter({ hasText: 'Home' }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await current.filter({ hasText: 'Home' }).first().getByRole('button', { name: 'Home' }).click();
  await expect(page.getByRole('link', { name: 'shop', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Purge everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Purge everything' }).click();
  await expect(page.getByText('Every kept answer was purged.')).toBeVisible();
  await expect(async () => {
    for (let process = 0; process < 4; process += 1) {
      await office.refresh();
      await expect(current).toHaveCount(0, { timeout: 500 });
    }
  }).toPass();
});

test('staff hand out an API key, a program uses it, and is turned away once it is revoked', async ({
  page,
  shop,
}) => {
  const office = new Console(page);
  await office.signIn();
  await office.openSystemPage('API keys');

  const secret = await office.createApiKey('Price comparison', ['See stock']);
  const bearer = { authorization: `Bearer ${secret}` };
  const program = new GraphqlClient(`${shop.nginxUrl}/graphql`).with(bearer);
  const insider = new GraphqlClient(`${shop.nginxUrl}/graphql/admin`).with(bearer);

  expect(await program.request('{ shop { name } }')).toEqual({ shop: { name: 'Halftone' } });
  expect(await insider.send('{ orders(first: 1) { totalCount } }')).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });

  await page.getByRole('button', { name: 'Revoke Price comparison' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click();
  await expect(page.getByTestId('api-key').getByText('Revoked')).toBeVisible();

  await expect
    .poll(async () => (await program.send('{ shop { name } }')).status, { timeout: 10_000 })
    .toBe(401);
  expect(page.url()).not.toContain(secret);
});

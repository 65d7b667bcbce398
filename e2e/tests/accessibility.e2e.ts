import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { demoLogins } from '../../tools/launcher/demo-logins.ts';
import { Buyer, offers } from '../harness/buyer.ts';
import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { Console } from '../pages/console.ts';
import { Storefront } from '../pages/storefront.ts';

const looks = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

for (const look of looks) {
  const size = look.viewport.width > 600 ? 'desktop' : 'mobile';

  test.describe(`in ${look.colorScheme} on ${size}`, () => {
    test.use(look);
    // Up to twenty pages, each loaded anew and looked through for seconds.
    test.describe.configure({ timeout: 300_000 });

    test('no page that a guest sees has an accessibility fault', async ({ page, shop }) => {
      const endpoint = new GraphqlClient(`${shop.nginxUrl}/graphql`);
      const [offer] = await offers(endpoint);
      const order = await Buyer.buys(endpoint, offer?.variationId ?? '');
      for (const path of [
        '/',
        '/products',
        '/collections/posters',
        '/products/three-cards-set',
        '/cart',
        '/cart/restore?token=no-such-token',
        '/checkout',
        '/checkout/return',
        '/unsubscribe?token=no-such-token',
        '/account/sign-in',
        '/account/register',
        `/order-placed/${order.trackingToken}`,
        `/track/${order.trackingToken}`,
        '/no-such-page',
      ]) {
        await page.goto(path);
        await expectNoFault(page);
      }
    });

    test('no page on the way from a poster to the payment has one', async ({ page }) => {
      const storefront = new Storefront(page);
      await page.goto('/collections/posters');
      await page.getByRole('main').locator('a[href^="/products/"]').first().click();
      await page.getByRole('button', { name: 'Add to cart' }).waitFor();
      await expectNoFault(page);
      await storefront.addToCart();
      await page.goto('/cart');
      await expectNoFault(page);
      await page.getByRole('link', { name: 'Checkout' }).click();
      await page.getByLabel('Email').fill('mary@shopper.example');
      await expectNoFault(page);
      await page.getByRole('button', { name: 'Continue to shipping' }).click();
      await page.getByRole('form', { name: 'Shipping' }).waitFor();
      await expectNoFault(page);
    });

    test('no page of a customer has one', async ({ page }) => {
      const storefront = new Storefront(page);
      await storefront.signIn(demoLogins.customer);
      for (const path of ['/account', '/account/orders']) {
        await page.goto(path);
        await expectNoFault(page);
      }
    });

    test('no page of the console has one', async ({ page, shop }) => {
      const endpoint = new GraphqlClient(`${shop.nginxUrl}/graphql`);
      const [offer] = await offers(endpoint);
      const order = await Buyer.buys(endpoint, offer?.variationId ?? '');
      const office = new Console(page);
      await page.goto('/admin/');
      await page.getByLabel('E-mail').waitFor();
      await expectNoFault(page);
      await office.signIn();
      await office.orderRow(order.number).waitFor();
      await expectNoFault(page);
      await office.openOrder(order.number);
      await expectNoFault(page);
      for (const path of [
        'drafts',
        'drafts/new',
        'payments',
        'promotions',
        'promotions/new',
        'promotions/test',
        'gift-cards',
        'messages',
        'messages/templates',
        'shipping',
        'shipping/methods/standard',
        'pricing/price-lists',
        'pricing/price-lists/new',
        'pricing/customer-groups',
        'pricing/taxes',
        'system/tasks',
        'system/api-keys',
        'system/cache',
      ]) {
        await page.goto(`/admin/${path}`);
        await expectNoFault(page);
      }
    });

    test('no mail has one', async ({ page, shop }) => {
      const mails = await (await StaffClient.signIn(shop.nginxUrl)).mailSamples();
      expect(mails.length).toBeGreaterThan(15);
      for (const { name, html } of mails) {
        await page.setContent(html);
        await expectNoFault(page, name);
      }
    });
  });
}

/** What axe finds by the rules of WCAG 2.2, level AA. */
async function expectNoFault(page: Page, name = page.url()): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // Contrast is measured on what has settled, not on what is still fading in.
  await page.addStyleTag({
    content: '* { animation: none !important; transition: none !important }',
  });
  // Axe waits for ever for frames that may run no script. They show mails, which are looked at alone.
  const { violations } = await new AxeBuilder({ page })
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const faults = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`,
  );
  // Every page is looked at, so that one run tells all.
  expect.soft(faults, name).toEqual([]);
}

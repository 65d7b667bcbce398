import { expect, test } from '../harness/fixtures.ts';
import { Console } from '../pages/console.ts';
import { Storefront } from '../pages/storefront.ts';

test('a guest buys a poster and sees each step that staff take within a second', async ({
  browser,
  shop,
}) => {
  test.setTimeout(120_000);
  const shopper = await browser.newContext({ baseURL: shop.url });
  const staff = await browser.newContext({ baseURL: shop.url });
  const storefront = new Storefront(await shopper.newPage());
  const office = new Console(await staff.newPage());
  await office.signIn();

  await storefront.openPoster();
  await storefront.addToCart();
  await storefront.checkOut({ email: 'rosalind@shopper.example', name: 'Rosalind Franklin' });
  const number = await storefront.orderNumber();
  await expect(storefront.page.getByText('rosalind@shopper.example').first()).toBeVisible();

  // The list was opened before the order existed and is not reloaded.
  await expect(office.orderRow(number)).toBeVisible();
  await storefront.openTracking();
  await expect(storefront.orderStatus).toHaveAttribute('data-status', 'PENDING');
  await office.openOrder(number);

  const parcel = { carrier: 'Royal Mail', trackingNumber: 'RM123456789GB' };
  const steps = [
    ['CONFIRMED', () => office.press('Confirm order')],
    ['PROCESSING', () => office.press('Start processing')],
    ['SHIPPED', () => office.ship(parcel)],
    ['DELIVERED', () => office.press('Mark as delivered')],
  ] as const;
  for (const [status, act] of steps) {
    await act();
    const acted = performance.now();
    await expect(storefront.orderStatus).toHaveAttribute('data-status', status, { timeout: 1_000 });
    const seenAfter = Math.round(performance.now() - acted);
    test.info().annotations.push({ type: 'latency', description: `${status} ${seenAfter} ms` });
  }
  await expect(storefront.page.getByText(parcel.trackingNumber).first()).toBeVisible();
  await shopper.close();
  await staff.close();
});

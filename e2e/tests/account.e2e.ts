import { randomUUID } from 'node:crypto';

import { demoLogins } from '../../tools/launcher/demo-logins.ts';
import { expect, test } from '../harness/fixtures.ts';
import { Storefront } from '../pages/storefront.ts';

test('a guest who registers keeps the cart, buys, and finds the order among her own', async ({
  page,
}) => {
  const storefront = new Storefront(page);
  const customer = {
    name: 'Dorothy Hodgkin',
    email: `dorothy-${randomUUID()}@shopper.example`,
    password: 'a crystal clear phrase 42',
  };
  await storefront.openPoster();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await storefront.addToCart();
  await storefront.register(customer);
  await page.goto('/cart');
  await expect(page.getByRole('list', { name: 'Items in your cart' })).toContainText(title);

  await storefront.checkOut(customer);
  const number = await storefront.orderNumber();
  await page.goto('/account/orders');

  await expect(page.getByRole('main')).toContainText(number);
});

test('a customer who signs in finds what she chose as a guest, and stays signed in', async ({
  page,
}) => {
  const storefront = new Storefront(page);
  await storefront.openPoster();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await storefront.addToCart();
  await storefront.signIn(demoLogins.customer);
  await page.goto('/cart');
  await expect(page.getByRole('list', { name: 'Items in your cart' })).toContainText(title);

  await page.reload();

  await expect(page.getByRole('link', { name: 'Your account' })).toBeVisible();
});

import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../harness/fixtures.ts';
import { Storefront } from '../pages/storefront.ts';

const mostTabs = 120;

test('a poster can be bought with the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  const storefront = new Storefront(page);
  await page.goto('/collections/posters');
  await press(page, page.getByRole('main').locator('a[href^="/products/"]').first(), 'Enter');
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible();
  const options = await page.locator('app-variation-picker fieldset').all();
  for (const option of options) {
    await press(page, option.getByRole('radio').first(), 'Space');
    await expect(option.getByRole('radio').first()).toBeChecked();
  }
  await press(page, page.getByRole('button', { name: 'Add to cart' }), 'Enter');
  await expect(page.getByText('is in your cart.')).toBeVisible();

  await press(page, page.getByRole('link', { name: /^Cart, \d/ }), 'Enter');
  await page.waitForURL('**/cart');
  await press(page, page.getByRole('link', { name: 'Checkout' }), 'Enter');
  await type(page, page.getByLabel('Email'), 'mary@shopper.example');
  await page.keyboard.press('Enter');
  const shipping = page.getByRole('form', { name: 'Shipping' });
  await type(page, shipping.getByLabel('Full name'), 'Mary Somerville');
  await type(page, shipping.getByLabel('Address', { exact: true }), '12 Wharf Lane');
  await type(page, shipping.getByLabel(/Town|City/), 'London');
  await type(page, shipping.getByLabel(/Postcode/), 'E8 4QJ');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: /^Pay/ }), 'Enter');

  await page.waitForURL('**/order-placed/*');
  expect(await storefront.orderNumber()).toMatch(/\d/);
});

/** Moves the focus as a person without a mouse does, forward until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}

async function press(page: Page, target: Locator, key: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
